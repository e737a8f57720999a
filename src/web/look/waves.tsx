/** Three wave lines for the foot of the side bar; one period is 54, so 216 holds four. */
export function Waves() {
  return (
    <svg className="waves" viewBox="0 0 216 56" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
      <path className="wave wave-1" d={wave(14, 0)} />
      <path className="wave wave-2" d={wave(30, -18)} />
      <path className="wave wave-3" d={wave(46, -36)} />
    </svg>
  );
}

function wave(y: number, from: number): string {
  return `M${from} ${y}q13.5 -11 27 0${' t27 0'.repeat(9)}`;
}
