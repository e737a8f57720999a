import type { ConfigProviderProps, ThemeConfig } from 'antd';
import { fontFamily, sizes, tokens } from '#web/look/tokens.ts';

/**
 * antd computes tints from the seed colours, and from dark seeds the tints come out grey-green: every Bg, Border, Hover and
 * Active is therefore set by hand. Its default input border fails 3:1 and its default blue 4.5:1.
 */
export const theme: ThemeConfig = {
  token: {
    // antd's animations are written by script and ask nobody; whoever asked the system for less motion gets none.
    motion: !globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches,
    fontFamily,
    fontSize: sizes.font,
    borderRadius: sizes.radius,
    borderRadiusLG: sizes.cardRadius,
    controlHeight: sizes.controlHeight,

    colorText: tokens.text,
    colorTextHeading: tokens.text,
    colorTextSecondary: tokens.textSecondary,
    colorTextDescription: tokens.textSecondary,
    colorTextTertiary: tokens.textTertiary,
    colorTextQuaternary: tokens.placeholder,
    colorTextPlaceholder: tokens.placeholder,
    colorTextDisabled: tokens.placeholder,
    colorIcon: tokens.textTertiary,
    colorBorder: tokens.controlBorder,
    colorBorderSecondary: tokens.hairline,
    colorSplit: tokens.hairline,
    colorBgLayout: tokens.ground,
    colorBgContainer: tokens.paper,
    colorBgElevated: tokens.paper,

    colorPrimary: tokens.sea600,
    colorPrimaryBg: tokens.primaryBg,
    colorPrimaryBgHover: tokens.primaryHover,
    colorPrimaryBorder: tokens.primaryBorder,
    colorPrimaryBorderHover: tokens.sea300,
    colorPrimaryHover: tokens.sea500,
    colorPrimaryActive: tokens.sea700,
    colorPrimaryText: tokens.sea600,
    colorPrimaryTextHover: tokens.sea500,
    colorPrimaryTextActive: tokens.sea700,

    colorLink: tokens.sea600,
    colorLinkHover: tokens.sea500,
    colorLinkActive: tokens.sea700,

    colorInfo: tokens.sea600,
    colorInfoBg: tokens.primaryBg,
    colorInfoBgHover: tokens.primaryHover,
    colorInfoBorder: tokens.primaryBorder,
    colorInfoBorderHover: tokens.sea300,
    colorInfoHover: tokens.sea500,
    colorInfoActive: tokens.sea700,
    colorInfoText: tokens.sea600,
    colorInfoTextHover: tokens.sea500,
    colorInfoTextActive: tokens.sea700,

    colorSuccess: tokens.success,
    colorSuccessBg: tokens.successBg,
    colorSuccessBgHover: '#D6EADF',
    colorSuccessBorder: tokens.successBorder,
    colorSuccessBorderHover: '#7DBB9C',
    colorSuccessHover: '#2C8560',
    colorSuccessActive: '#1A573D',
    colorSuccessText: tokens.success,
    colorSuccessTextHover: '#2A7E5A',
    colorSuccessTextActive: '#1A573D',

    colorWarning: tokens.warning,
    colorWarningBg: tokens.warningBg,
    colorWarningBgHover: '#F6E8C8',
    colorWarningBorder: tokens.warningBorder,
    colorWarningBorderHover: '#D6B36A',
    colorWarningHover: '#9C6A0A',
    colorWarningActive: '#6E4800',
    colorWarningText: tokens.warning,
    colorWarningTextHover: '#956200',
    colorWarningTextActive: '#6E4800',

    colorError: tokens.error,
    colorErrorBg: tokens.errorBg,
    colorErrorBgHover: '#F7DCD8',
    colorErrorBgActive: '#F2CBC6',
    colorErrorBgFilledHover: '#F7DCD8',
    colorErrorBorder: tokens.errorBorder,
    colorErrorBorderHover: '#DE9188',
    colorErrorHover: '#C4473A',
    colorErrorActive: '#8F2A20',
    colorErrorText: tokens.error,
    colorErrorTextHover: '#C04134',
    colorErrorTextActive: '#8F2A20',

    boxShadowTertiary: 'none',
  },
  components: {
    Card: { headerFontSize: 15, headerHeight: 48 },
    Table: {
      headerBg: tokens.sea50,
      headerColor: tokens.textSecondary,
      headerSplitColor: 'transparent',
      rowHoverBg: tokens.sea50,
      rowSelectedBg: tokens.primaryBg,
      rowSelectedHoverBg: tokens.primaryHover,
      cellPaddingBlockSM: 8,
    },
    Tag: { defaultBg: tokens.ground, defaultColor: tokens.textSecondary },
    Switch: { colorTextQuaternary: tokens.controlBorder, colorTextTertiary: tokens.placeholder },
  },
};

/**
 * All that ConfigProvider needs besides the locale. autoInsertSpace: antd would otherwise print two-character buttons as “导 出”.
 * The nonce lets antd's style elements through the content security policy; see nonce.ts.
 */
export function look(nonce: string | undefined): Pick<ConfigProviderProps, 'theme' | 'button' | 'csp'> {
  return { theme, button: { autoInsertSpace: false }, ...(nonce ? { csp: { nonce } } : {}) };
}
