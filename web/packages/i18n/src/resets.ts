import type { Words } from './words';

/** Words for staff and operators who cannot sign in any more, and for who helps them. */
const zh = {
  cannotSignIn: '登录不了',
  resetOf: (name: string) => `让 ${name} 重新设密码`,
  staffLead: '旧密码和所有登录马上作废。请先确认是本人，再当面给链接。',
  operatorLead: '另一位同事批准后，旧密码和所有登录作废，再由你或同事把链接交给本人。两人都先确认是本人。',
  owners: '店主',
  ownersOf: (shop: string) => `${shop} 的店主`,
  ownersLead: '店主登录不了、店里又没有别的店主能帮忙时，从这里帮。没打开过的链接也在这里重发。',
  noOwners: '这家店没有店主',
  ownerStates: { invited: '等本人打开链接', active: '能登录' },
  lost: '丢了什么',
  lostOf: { password: '只忘了密码', everything: '密码和第二步都没了' },
  lostText: {
    password: '设好新密码后，仍要本人的第二步验证。',
    everything: '验证器、恢复码和通行密钥一并作废，本人要重新设。',
  },
  reset: '作废并生成链接',
  newLink: '新链接',
  newLinkOf: (name: string) => `给 ${name} 的新链接`,
  newLinkText: '旧链接会作废。新链接只显示一次，72 小时内有效。',
  makeLink: '生成链接',
  linkOf: (name: string) => `${name} 的链接`,
  linkTodo: '只显示这一次，72 小时内有效，只能用一次。请亲手交给本人。',
  linkLost: '已经作废，但链接在途中丢了。再点一次“登录不了”会得到新链接。',
  forgottenStaff: '忘了密码？请店主或店长给你一个新链接。',
  forgottenOperator: '忘了密码？请另一位管理员给你一个新链接。',
};

const en: typeof zh = {
  cannotSignIn: 'Cannot sign in',
  resetOf: (name) => `A new password for ${name}`,
  staffLead:
    'The old password and every sign-in end at once. Make sure it is them, then hand over the link in person.',
  operatorLead:
    'Once a colleague approves, the old password and every sign-in end, and one of you hands over a link. Both make sure that it is them.',
  owners: 'Owners',
  ownersOf: (shop) => `Owners of ${shop}`,
  ownersLead:
    'For an owner who cannot sign in and has no other owner to help. A link that nobody has opened is made anew here too.',
  noOwners: 'Nobody owns this shop',
  ownerStates: { invited: 'Has a link to open', active: 'Can sign in' },
  lost: 'What is lost',
  lostOf: { password: 'The password only', everything: 'The second step too' },
  lostText: {
    password: 'After the new password they still show the second step that they have.',
    everything: 'Authenticator, recovery codes and passkeys end as well; they set them up anew.',
  },
  reset: 'End it and make a link',
  newLink: 'New link',
  newLinkOf: (name) => `A new link for ${name}`,
  newLinkText: 'The link from before ends. The new one is shown once and good for 72 hours.',
  makeLink: 'Make a link',
  linkOf: (name) => `Link for ${name}`,
  linkTodo: 'Shown only now, good for 72 hours and once. Hand it over yourself.',
  linkLost: 'It has ended, but the link got lost on its way. Choose “Cannot sign in” again for a new one.',
  forgottenStaff: 'Forgot the password? An owner or manager gives you a new link.',
  forgottenOperator: 'Forgot the password? Another administrator gives you a new link.',
};

export const resetWords: Words<typeof zh> = { 'zh-CN': zh, en };
