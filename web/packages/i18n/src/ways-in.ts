import type { Words } from './words';

/** Words about single devices and credentials that an operator locks, for who locks and for whose they are. */
const zh = {
  // console
  title: '设备与凭证',
  note: '只锁一样，其他照常使用。查看会被记录。',
  kinds: {
    device: '设备',
    passkey: '通行密钥',
    password: '登录密码',
    pin: '支付密码',
    authenticator: '身份验证器和恢复码',
  },
  name: '名称',
  kind: '种类',
  since: '从何时起',
  used: '最近使用',
  notUsed: '没有记录',
  state: '状态',
  open: '可用',
  locked: '已锁定',
  acts: '操作',
  lock: '锁定',
  unlock: '解锁',
  lockOf: (what: string) => `锁定：${what}`,
  unlockOf: (what: string) => `解锁：${what}`,
  lockLead: {
    device: '马上生效：它上面的登录全部退出，也不能再从它登录。',
    passkey: '马上生效：不能用它登录和确认，用通行密钥开的登录全部退出。',
    password: '马上生效：不能用它登录和验证，用密码开的登录全部退出。',
    pin: '马上生效：不能用它付款和验证。只有再出示别的凭证才能重设，光有手机不行。',
    authenticator: '马上生效：验证码和恢复码都不管用，用过它的登录全部退出。',
  },
  unlockLead: '它马上又能用。已退出的登录不会恢复。',
  told: '本人会在所有联系方式上收到通知。',
  none: '还没有登录过',
  see: '锁定',
  seeOf: (name: string) => `${name} 的锁定`,
  // their own page
  lockedByPlatform: '平台已停用，请联系客服',
};

const en: typeof zh = {
  title: 'Devices and credentials',
  note: 'Locks one thing and leaves the rest. The look is recorded.',
  kinds: {
    device: 'Device',
    passkey: 'Passkey',
    password: 'Password',
    pin: 'Payment PIN',
    authenticator: 'Authenticator and recovery codes',
  },
  name: 'Name',
  kind: 'Kind',
  since: 'Since',
  used: 'Last used',
  notUsed: 'No record',
  state: 'State',
  open: 'Usable',
  locked: 'Locked',
  acts: 'Acts',
  lock: 'Lock',
  unlock: 'Unlock',
  lockOf: (what) => `Lock: ${what}`,
  unlockOf: (what) => `Unlock: ${what}`,
  lockLead: {
    device: 'At once: whoever is signed in on it is out, and nobody signs in from it again.',
    passkey: 'At once: it signs nobody in and confirms nothing, and sessions opened by passkey end.',
    password: 'At once: it opens and shows nothing, and sessions opened by it end.',
    pin: 'At once: it pays and shows nothing. It is reset only by who shows another credential; the phone alone is not enough.',
    authenticator:
      'At once: its codes and the recovery codes are void, and sessions in which they were shown end.',
  },
  unlockLead: 'It works again at once. Sessions that ended stay ended.',
  told: 'The owner is told on every contact.',
  none: 'Never signed in',
  see: 'Lock',
  seeOf: (name) => `Locks of ${name}`,
  lockedByPlatform: 'Locked by the platform',
};

export const waysInWords: Words<typeof zh> = { 'zh-CN': zh, en };
