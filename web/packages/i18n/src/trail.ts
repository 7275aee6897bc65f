import { isErrorCode } from './explain';
import type { Format } from './react';
import type { Words } from './words';

/** How an entry of the audit trail ended and on what grounds, where that is a word of ours and not what somebody wrote. */
const zh = {
  outcomes: {
    succeeded: '成功',
    done: '成功',
    refused: '拒绝',
    failed: '失败',
    processing: '处理中',
    pending: '处理中',
    unknown: '结果未知',
    held: '已暂缓',
    locked: '已锁定',
    cooling: '等待期',
    begun: '已开始',
    approved: '已通过',
    more_needed: '要补材料',
  } as Readonly<Record<string, string>>,
  reasons: {
    // By what authority somebody acted
    pin: '支付密码',
    passkey: '通行密钥',
    password: '登录密码',
    code: '验证码',
    totp: '身份验证器',
    recovery_code: '恢复码',
    invitation: '邀请链接',
    recovery: '找回',
    demo: '演示历史',
    // Who froze a wallet, and how
    person: '本人',
    link: '短信或邮件里的链接',
    not_me: '本人说不是我',
    operator: '运营',
    'by link': '通过链接',
    asked: '本人要求',
    // What was lost
    everything: '全部凭证',
    // Why something is held back or warned of
    new_device: '新设备',
    phone_changed: '换过手机号',
    credential_changed: '改过凭证',
    unusual_amount: '金额异常',
    new_payee: '新收款人',
    wallet_frozen: '钱包已冻结',
    // For what somebody is looked at or put lower
    verification_review: '认证审核',
    dispute: '争议',
    risk_review: '风险审查',
    legal_request: '依法要求',
    documents_doubtful: '材料存疑',
    asked_by_person: '本人要求',
    asked_by_business: '商户要求',
  } as Readonly<Record<string, string>>,
  found: (count: string) => `找到 ${count} 人`,
};

const en: typeof zh = {
  outcomes: {
    succeeded: 'Done',
    done: 'Done',
    refused: 'Refused',
    failed: 'Failed',
    processing: 'In progress',
    pending: 'In progress',
    unknown: 'Outcome unknown',
    held: 'Held',
    locked: 'Locked',
    cooling: 'Waiting',
    begun: 'Begun',
    approved: 'Approved',
    more_needed: 'More needed',
  },
  reasons: {
    pin: 'PIN',
    passkey: 'passkey',
    password: 'password',
    code: 'code',
    totp: 'authenticator',
    recovery_code: 'recovery code',
    invitation: 'invitation link',
    recovery: 'recovery',
    demo: 'demo history',
    person: 'by its owner',
    link: 'by a link in a message',
    not_me: 'owner said it was not them',
    operator: 'by an operator',
    'by link': 'by link',
    asked: 'asked for',
    everything: 'every credential',
    new_device: 'new device',
    phone_changed: 'number changed',
    credential_changed: 'credential changed',
    unusual_amount: 'unusual amount',
    new_payee: 'new payee',
    wallet_frozen: 'wallet frozen',
    verification_review: 'verification review',
    dispute: 'dispute',
    risk_review: 'risk review',
    legal_request: 'legal request',
    documents_doubtful: 'doubtful documents',
    asked_by_person: 'the person asked',
    asked_by_business: 'the business asked',
  },
  found: (count) => `${count} found`,
};

export const trailWords: Words<typeof zh> = { 'zh-CN': zh, en };
export type TrailWords = typeof zh;

/**
 * A reason in words: of an error code what happened, of our own words (also of several, as `password+totp`) their names,
 * of anything else (a note) itself.
 */
export function reasonIn(reason: string, words: TrailWords, format: Format): string {
  if (isErrorCode(reason))
    return format.fault({ code: reason, money: 'not_involved', reference: '', parameters: {} }).what;
  const found = /^(\d+) found$/.exec(reason)?.[1];
  if (found !== undefined) return words.found(found);
  const named = reason.split(/[+,]/).map((one) => words.reasons[one]);
  return named.every((name) => name !== undefined) ? named.join(' + ') : reason;
}
