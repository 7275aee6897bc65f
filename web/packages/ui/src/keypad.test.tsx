import { LanguageProvider } from '@qiao/i18n';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Keypad } from './keypad';

let root: Root;
let typed: { page: string; sheet: string };

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  typed = { page: '', sheet: '' };
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

function show(children: ReactNode): void {
  act(() => root.render(<LanguageProvider>{children}</LanguageProvider>));
}

function type(keys: string): void {
  for (const key of keys) {
    act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true })));
  }
}

const page = <Keypad onKey={(key) => (typed.page += key)} />;
const sheet = (
  <dialog open>
    <Keypad digitsOnly onKey={(key) => (typed.sheet += key)} />
  </dialog>
);

it('takes a physical keyboard', () => {
  show(page);
  type('12.5x');
  expect(typed.page).toBe('12.5');
});

it('never takes the digits of a PIN that is typed into a sheet above it', () => {
  show(
    <>
      {page}
      {sheet}
    </>,
  );
  type('739152');
  expect(typed).toEqual({ page: '', sheet: '739152' });
});
