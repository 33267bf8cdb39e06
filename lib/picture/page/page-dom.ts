/** The part of a browser's document that a page uses; the types of all of it would be in the way of the rest of us. */
export interface PageDocument {
  getElementById(id: string): PageElement | null;
}

/** The part of an element that a page uses. */
export interface PageElement {
  innerHTML: string;
  textContent: string | null;
  value: string;
  hidden: boolean;
  disabled: boolean;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly style: { left: string };
  readonly classList: { toggle(name: string, isOn: boolean): void };
  readonly parentElement: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  getBoundingClientRect(): { readonly left: number; readonly width: number };
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
}

/** The part of an event that a page uses. */
export interface PageEvent {
  readonly target: PageElement;
  readonly clientX: number;
  readonly key: string;
  readonly pointerType: string;
  preventDefault(): void;
}
