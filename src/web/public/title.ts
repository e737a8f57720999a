import { useEffect } from 'react';

let site = '';
let page = '';

/** Whose pages these are, for the title of the window. */
export function useSiteTitle(name: string): void {
  useEffect(() => {
    site = name;
    show();
  }, [name]);
}

/** What the page is called, before the name of the site. */
export function useTitle(title: string): void {
  useEffect(() => {
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
