/** Family and main version of a browser: enough to see which browsers fail, too little to tell people apart. */
export function browserName(agent: string): string {
  for (const family of families) {
    const version = new RegExp(`${family}/(\\d+)`).exec(agent)?.[1];
    if (version !== undefined) return `${names[family] ?? family} ${version}`;
  }
  return '?';
}

/** The system it runs on, as its owner calls it; nothing where the browser does not say. */
export function systemName(agent: string): string {
  return systems.find(([mark]) => mark.test(agent))?.[1] ?? '';
}

// Each of them names those after it as well, whose pages it can show.
const families = ['MicroMessenger', 'QQBrowser', 'UCBrowser', 'Edg', 'Firefox', 'Chrome', 'Version'];

const names: Readonly<Record<string, string>> = { Version: 'Safari', Edg: 'Edge', MicroMessenger: 'WeChat' };

// The order matters: a phone names the desktop system it descends from as well.
const systems: readonly (readonly [RegExp, string])[] = [
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux|X11/, 'Linux'],
];
