import { useEffect, useState } from 'react';
import { useLanguage } from '#web/language.ts';
import { usePlace } from '#web/public/place.tsx';
import { readAloud } from '#web/public/read-aloud.ts';
import { useWords } from '#web/public/words.ts';

/** Reads the page aloud, where the device has a voice for its language; without one there is no button. */
export function Reading() {
  const t = useWords();
  const language = useLanguage();
  const { path } = usePlace();
  const hasVoice = useVoice(language === 'zh' ? 'zh' : 'en');
  const [stop, setStop] = useState<() => void>();
  useEffect(() => () => stop?.(), [stop, path, language]);
  if (!hasVoice) return null;
  const begin = () => {
    const content = document.getElementById('content');
    if (content) setStop(() => readAloud(content, language === 'zh' ? 'zh-CN' : 'en', () => setStop(undefined)));
  };
  return <button type="button" className="tool" aria-pressed={stop !== undefined} onClick={() => (stop ? setStop(undefined) : begin())}>{stop ? t('stopReading') : t('readAloud')}</button>;
}

/** Whether the device can speak a language. Voices may come a moment after the page. */
function useVoice(language: string): boolean {
  const [spoken, setSpoken] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setSpoken(speechSynthesis.getVoices().map((voice) => voice.lang.toLowerCase()));
    look();
    // Safari before 16 tells of no change; what it has is there at once.
    speechSynthesis.addEventListener?.('voiceschanged', look);
    return () => speechSynthesis.removeEventListener?.('voiceschanged', look);
  }, []);
  return spoken.some((each) => each.startsWith(language));
}
