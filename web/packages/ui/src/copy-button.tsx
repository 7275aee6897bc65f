import { commonWords, useWords } from '@qiao/i18n';
import { useEffect, useState } from 'react';
import { IconButton } from './button';

/** Puts a text on the clipboard and says so. `what` names the text. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const words = useWords(commonWords);
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The browser refused the clipboard: the text stands beside the button and can be selected.
    }
  }

  return (
    <>
      <IconButton
        icon={copied ? 'check' : 'copy'}
        size="s"
        label={words.copyOf(what)}
        onClick={() => void copy()}
      />
      <span className="vh" role="status">
        {copied && words.copied}
      </span>
    </>
  );
}
