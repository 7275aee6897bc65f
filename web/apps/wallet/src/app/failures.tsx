import { commonWords, useWords } from '@qiao/i18n';
import { Button, buttonClass, EmptyState, Main, Page, TopBar } from '@qiao/ui';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';

export function NotFound() {
  const words = useWords(commonWords);
  return (
    <Page>
      <TopBar title={words.pageNotFound} />
      <Main>
        <EmptyState
          title={words.pageNotFoundTodo}
          action={
            <Link to="/" className={buttonClass({ size: 'm' })}>
              {words.toHome}
            </Link>
          }
        />
      </Main>
    </Page>
  );
}

/** A part of the app that did not load (an old page after an update, a lost connection) or that broke. */
export function Broken({ reset }: ErrorComponentProps) {
  const words = useWords(commonWords);
  return (
    <Page>
      <TopBar title={words.notLoaded} />
      <Main>
        <EmptyState
          title={words.notLoadedTodo}
          action={
            <Button
              size="m"
              onClick={() => {
                reset();
                location.reload();
              }}
            >
              {words.reload}
            </Button>
          }
        />
      </Main>
    </Page>
  );
}
