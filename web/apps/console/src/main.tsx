import '@qiao/ui/styles';
import { ApiProvider, createApi, createQueries, SessionProvider } from '@qiao/api';
import { LanguageProvider } from '@qiao/i18n';
import { UiProvider } from '@qiao/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <UiProvider>
        <ApiProvider api={createApi('console')} queries={createQueries()}>
          <SessionProvider>
            <App />
          </SessionProvider>
        </ApiProvider>
      </UiProvider>
    </LanguageProvider>
  </StrictMode>,
);
