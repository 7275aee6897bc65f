import type { Words } from './words';

/** Words for giving one's word to a movement of money. */
const zh = {
  byPasskey: '改用通行密钥',
};

const en: typeof zh = {
  byPasskey: 'Use a passkey instead',
};

export const consentWords: Words<typeof zh> = { 'zh-CN': zh, en };
