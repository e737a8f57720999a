/**
 * The identity in values: deep sea, white cards with hairlines, one warm sand, red only for warnings and the pavilion's roof.
 * look.css carries the same values as custom properties; a test keeps the two equal. Every text colour has 4.5:1 on its ground
 * and every control's border 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export const tokens = {
  sea50: '#F0F6FA',
  sea100: '#DCEBF4',
  sea200: '#B8D6E7',
  sea300: '#8ABBD6',
  sea400: '#4F98C0',
  sea500: '#1F77A8',
  sea600: '#0E5F8E',
  sea700: '#0B4C73',
  sea800: '#0A3B5A',
  sea900: '#082B43',
  text: '#14222E',
  textSecondary: '#46586A',
  textTertiary: '#5B6B7A',
  placeholder: '#667684',
  controlBorder: '#8796A3',
  hairline: '#E3EAF0',
  ground: '#F3F6F9',
  paper: '#FFFFFF',
  primaryBg: '#EAF3F8',
  primaryHover: '#DCEBF4',
  primaryBorder: '#B8D6E7',
  success: '#23704F',
  successBg: '#E7F3EC',
  successBorder: '#A9D3BE',
  warning: '#8A5A00',
  warningBg: '#FBF3E1',
  warningBorder: '#E7CD98',
  error: '#B4372B',
  errorBg: '#FBECEA',
  errorBorder: '#EDBAB4',
  /** Lines and marks only: 3.09:1 on white is too little for words. */
  sand: '#B98A4B',
  sandLight: '#E0C08A',
  tile: '#C2482F',
  sideText: '#BFD3E0',
  sideGroup: '#86A3B6',
} as const;

export type Colour = keyof typeof tokens;

export const sizes = {
  radius: 6,
  cardRadius: 10,
  controlHeight: 34,
  rowHeight: 38,
  font: 14,
  publicFont: 16,
  target: 44,
  sideBar: 216,
  /** Under this width the side bar becomes a drawer. */
  drawerUnder: 900,
} as const;

/** No web fonts: an isolated network has none to fetch, and every office desktop carries one of these. */
export const fontFamily =
  '"Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei UI","Microsoft YaHei",system-ui,sans-serif';
