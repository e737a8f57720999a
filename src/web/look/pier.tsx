/**
 * The drawing behind a page's head: sun, hills, the pier with its pavilion, the sea. The deep-sea gradient is the background of the
 * element it stands in (class `pier-ground`); the drawing keeps to the right edge and is decoration only.
 */
export function Pier() {
  return (
    <svg className="pier" viewBox="0 0 720 200" preserveAspectRatio="xMaxYMax meet" aria-hidden="true" focusable="false">
      <path className="pier-hill pier-hill-far" d="M60 160 190 104 262 134 372 72 508 134 560 112 720 158V200H60Z" />
      <path className="pier-hill" d="M250 164 400 122 500 148 590 128 720 162V200H250Z" />
      <circle className="pier-sun" cx="566" cy="58" r="30" />
      <path className="pier-sea" d="M0 160h720v40H0Z" />
      <path className="pier-piles" d={piles()} />
      <path className="pier-deck" d="M262 132h384v6H262Z" />
      <path className="pier-rail" d="M262 121h330M262 121v11M295 121v11M328 121v11M361 121v11M394 121v11M427 121v11M460 121v11M493 121v11M526 121v11M559 121v11M592 121v11" />
      <path className="pier-wall" d="M610 106h50v26h-50Z" />
      <path className="pier-columns" d="M618 106v26M635 106v26M652 106v26" />
      <path className="pier-roof" d="M635 62v12M598 107q11-3 17-16h40q6 13 17 16ZM613 91q9-4 14-17h16q5 13 14 17Z" />
      <path className="pier-wave" d={waveLine(166)} />
      <path className="pier-wave pier-wave-low" d={waveLine(183)} />
    </svg>
  );
}

function piles(): string {
  return Array.from({ length: 12 }, (_, index) => `M${276 + index * 32} 138v31`).join('');
}

function waveLine(y: number): string {
  return `M-30 ${y}q18 -11 36 0${' t36 0'.repeat(21)}`;
}
