import type { Words } from './words';

/** What the parameters of a limit are called in a sentence, by the parameter's name and value. */
export const limitNames: Words<Readonly<Record<string, Readonly<Record<string, string>>>>> = {
  'zh-CN': {
    movement: { payment: '付款', transfer: '转账', top_up: '充值', withdrawal: '提现', sale: '收款' },
    window: {
      payment: '单笔',
      day: '今天',
      month: '本月',
      year: '今年',
      rolling_year: '近 365 天',
      life: '累计',
    },
  },
  en: {
    movement: {
      payment: 'payments',
      transfer: 'transfers',
      top_up: 'top-ups',
      withdrawal: 'withdrawals',
      sale: 'sales',
    },
    window: {
      payment: 'for each one',
      day: 'today',
      month: 'this month',
      year: 'this year',
      rolling_year: 'within 365 days',
      life: 'in all',
    },
  },
};
