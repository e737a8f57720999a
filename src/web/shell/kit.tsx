import type { ReactNode } from 'react';
import { ConfigProvider, type ConfigProviderProps } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { Outlet } from '@tanstack/react-router';
import type { Language } from '#kernel/words.ts';
import { useLanguage } from '#web/language.ts';
import { pageNonce } from '#web/look/nonce.ts';
import { look } from '#web/look/theme.ts';
import '#web/matter/page.css';

const looks = look(pageNonce());
// Bundlers give the locale itself, as antd's ES modules export it; its types are written for CommonJS.
const locales = { zh: zhCN, en: enUS } as unknown as Readonly<Record<Language, ConfigProviderProps['locale']>>;

/** antd in our look and the reader's language, around the pages that use its controls. */
export function Kit() {
  return <KitAround><Outlet /></KitAround>;
}

/** The same around one piece of a page that does without otherwise. */
export function KitAround({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  return <ConfigProvider {...looks} locale={locales[language]}>{children}</ConfigProvider>;
}
