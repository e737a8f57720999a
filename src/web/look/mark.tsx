/** The small mark: pavilion, pier, waves. `ground` puts it on its own sea-blue tile, for light pages. */
export function Mark({ size = 34, ground = false }: { readonly size?: number; readonly ground?: boolean }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      {ground && <rect className="mark-ground" width="40" height="40" rx="9" />}
      <path className="mark-roof" d="M20 5.5v3M12.5 13 20 7.5l7.5 5.5ZM8.5 18l5-4.5h13l5 4.5Z" />
      <path className="mark-wall" d="M13 18h14v5.5H13Z" />
      <path className="mark-deck" d="M4 23.5h32v2.4H4Z" />
      <path className="mark-piles" d="M8 26v6M16 26v6M24 26v6M32 26v6" />
      <path className="mark-wave" d="M4 32q4-3.4 8 0t8 0 8 0 8 0" />
      <path className="mark-wave mark-wave-low" d="M4 35.6q4-3.4 8 0t8 0 8 0 8 0" />
    </svg>
  );
}
