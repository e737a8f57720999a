import { useLayoutEffect } from 'react';

let site = '';
let page = '';

// Layout effects: the title changes in the commit in which the words of the page do. After the paint there would be a moment of two languages.

/** Whose pages these are, for the title of the window: the frame around every page says it once. */
export function useSiteTitle(name: string): void {
  useLayoutEffect(() => {
    site = name;
    show();
  }, [name]);
}

/** What the page is called, before the name of the site. */
export function useTitle(title: string): void {
  useLayoutEffect(() => {
    page = title;
    show();
    return () => {
      page = '';
      show();
    };
  }, [title]);
}

function show(): void {
  document.title = [page, site].filter((part) => part !== '').join(' · ');
}
