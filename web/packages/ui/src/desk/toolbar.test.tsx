import { MantineProvider } from '@mantine/core';
import { LanguageProvider } from '@qiao/i18n';
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Search } from './toolbar';

let root: Root;
let searched: string[];

function Page({ atEnter }: { atEnter?: boolean }) {
  const [value, setValue] = useState('');
  return (
    <>
      <button onClick={() => setValue('pay_1')}>elsewhere</button>
      <Search
        label="find"
        value={value}
        atEnter={atEnter}
        onSearch={(text) => {
          searched.push(text);
          setValue(text);
        }}
      />
    </>
  );
}

const input = () => document.querySelector('input') as HTMLInputElement;

function type(text: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text);
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function open(atEnter = false): void {
  act(() =>
    root.render(
      <LanguageProvider>
        <MantineProvider>
          <Page atEnter={atEnter} />
        </MantineProvider>
      </LanguageProvider>,
    ),
  );
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.useFakeTimers();
  searched = [];
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
});

afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('searches once the typing pauses, and stays the field that is being typed in', () => {
  open();
  const field = input();
  field.focus();
  type('a');
  type('ab ');
  act(() => vi.advanceTimersByTime(400));
  expect(searched).toEqual(['ab']);
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('ab ');
});

it('follows when somebody else changes what is searched for', () => {
  open();
  act(() => document.querySelector('button')?.click());
  expect(input().value).toBe('pay_1');
  act(() => vi.advanceTimersByTime(400));
  expect(searched).toEqual([]);
});

it('waits for Enter where the search leads to another page', () => {
  open(true);
  type('ab');
  act(() => vi.advanceTimersByTime(1000));
  expect(searched).toEqual([]);
  act(() => input().form?.requestSubmit());
  expect(searched).toEqual(['ab']);
});
