import type { ThemeConfig } from 'antd';

const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The tokens of ui/tokens.css as antd takes them; its own greys are too faint for small text on white. */
export const themeOf = (isPhone: boolean): ThemeConfig => ({
  token: {
    colorPrimary: '#0b6e5f',
    colorLink: '#0b6e5f',
    colorSuccess: '#2b752f',
    colorWarning: '#8f5200',
    colorError: '#b3261e',
    colorText: '#1f2a30',
    colorTextSecondary: '#4d5a61',
    colorTextTertiary: '#4d5a61',
    colorTextDescription: '#4d5a61',
    colorTextPlaceholder: '#5f6b73',
    colorTextDisabled: '#5f6b73',
    colorBorder: '#7d8a8f',
    colorBorderSecondary: '#d9dfdd',
    colorBgLayout: '#ffffff',
    colorFillAlter: '#f4f6f5',
    borderRadius: 6,
    fontSize: isPhone ? 16 : 14,
    controlHeight: isPhone ? 44 : 32,
    controlHeightSM: isPhone ? 44 : 28,
    controlHeightLG: 44,
    fontFamily: 'var(--font)',
    motion: !calm,
  },
  components: {
    Table: { headerBg: '#f4f6f5', headerColor: '#4d5a61', cellPaddingBlockSM: 8, headerSplitColor: 'transparent' },
  },
});
