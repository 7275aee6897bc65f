import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DataTable, type Column } from './data-table';

interface Bridge {
  name: string;
  spans: number;
}

const BRIDGES: Bridge[] = [
  { name: 'Anji', spans: 1 },
  { name: 'Luding', spans: 0 },
];
const COLUMNS: Column<Bridge>[] = [
  { key: 'name', head: 'Name', phone: 'title', cell: (bridge) => bridge.name },
  { key: 'river', head: 'River', cell: () => 'unsaid' },
  {
    key: 'close',
    head: 'Close',
    phone: 'foot',
    cell: (bridge) => (bridge.spans > 0 ? <button>close {bridge.name}</button> : null),
  },
];

let root: Root;

function open(wide: boolean): void {
  vi.stubGlobal('matchMedia', () => ({ matches: wide, addEventListener() {}, removeEventListener() {} }));
  act(() =>
    root.render(
      <DataTable label="Bridges" items={BRIDGES} keyOf={(bridge) => bridge.name} columns={COLUMNS} />,
    ),
  );
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

it('gives what is at the foot a line of its own on phones, and none where there is nothing', () => {
  open(false);
  const [anji, luding] = document.querySelectorAll('li');
  expect(anji?.children).toHaveLength(3);
  expect(anji?.lastElementChild?.textContent).toBe('close Anji');
  expect(luding?.children).toHaveLength(2);
  expect(document.body.textContent).not.toContain('unsaid');
});

it('is a table with a cell for every column where there is room', () => {
  open(true);
  expect(document.querySelectorAll('tbody tr:first-child td')).toHaveLength(3);
  expect(document.querySelector('td button')?.textContent).toBe('close Anji');
});
