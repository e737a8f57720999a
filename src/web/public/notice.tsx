/** A notice a sentence a line, each led by its word: 处理者, 目的, 方式 … */
export function Notice({ words }: { readonly words: string }) {
  const sentences = words.match(/[^。.]+[。.]?\s*/g) ?? [words];
  return (
    <ul className="notice-lines">
      {sentences.map((sentence, index) => {
        const [, head, colon, rest] = /^([^：:，,]{2,8})([：:])(.+)$/s.exec(sentence) ?? [];
        return <li key={index}>{head && rest ? <><strong>{head}</strong>{colon}{rest}</> : sentence}</li>;
      })}
    </ul>
  );
}
