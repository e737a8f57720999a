const paths = {
  menu: 'M3 5h14M3 10h14M3 15h14',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13.2 13.2 17 17',
  bell: 'M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5.5-1.5 5.5h12s-1.5-1.5-1.5-5.500A4.5 4.5 0 0 0 10 3zM8.5 16a1.6 1.6 0 0 0 3 0',
  desk: 'M3 4.500h14v9H3zM10 13.500V17M6.5 17h7',
  cockpit: 'M3.6 15a7.500 7.500 0 1 1 12.800 0M10 11.500l3.200-4.200M8.800 12.600a1.500 1.500 0 1 0 2.400 0M3.600 15h2M14.400 15h2',
  register: 'M3.5 4h13v12h-13zM3.5 8h13M3.5 12h13M8 8v8',
  figures: 'M4 16V9M8.5 16V5M13 16v-4M17 16V7',
  import: 'M10 3v9M6.5 8.5 10 12l3.5-3.500M4 16h12',
  people: 'M7.5 9a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.400zM2.5 16c.4-3 2.2-4.5 5-4.500s4.6 1.5 5 4.500M13 4a2.6 2.6 0 0 1 0 5M14.5 11.800c1.7.5 2.7 1.9 3 4.2',
  calendar: 'M3.5 5h13v11.500h-13zM3.5 8.500h13M7 3v3.500M13 3v3.5',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  print: 'M6 8V3.500h8V8M5.5 14H3.500V8h13v6h-2M6 12h8v4.500H6z',
  file: 'M5 2.500h6.500L15 6v11.500H5zM11.5 2.500V6H15',
  down: 'M5 7.500 10 12.500l5-5',
  left: 'M12 4.500 6.500 10l5.500 5.500',
  right: 'M8 4.500 13.500 10 8 15.500',
} as const;

export type IconName = keyof typeof paths;

/** A line icon of ours; always beside words or inside a labelled button. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
