import { ApiProvider, createApi, createQueries, SessionProvider } from '@qiao/api';
import { LanguageProvider } from '@qiao/i18n';
import { UiProvider } from '@qiao/ui';
import '@qiao/ui/styles';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './app/router';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <UiProvider>
        <ApiProvider api={createApi('wallet')} queries={createQueries()}>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </ApiProvider>
      </UiProvider>
    </LanguageProvider>
  </StrictMode>,
);
