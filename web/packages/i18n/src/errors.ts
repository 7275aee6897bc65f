import type { Words } from './words';

/** What happened, and what to do now. Parameters stand in braces. */
export interface ErrorWords {
  readonly what: string;
  readonly todo: string;
}

export const moneyWords: Words<Record<'not_taken' | 'taken' | 'unknown' | 'not_involved', string | null>> = {
  'zh-CN': { not_taken: '未扣款', taken: '已扣款', unknown: '处理中，请勿重复付款', not_involved: null },
  en: {
    not_taken: 'No money was taken',
    taken: 'Money was taken',
    unknown: 'In progress: do not pay again',
    not_involved: null,
  },
};

const zh = {
  // the request
  body_malformed: { what: '这次请求没有被读懂', todo: '请刷新页面再试。' },
  field_unknown: { what: '这次请求没有被读懂', todo: '请刷新页面再试。' },
  field_invalid: { what: '有一项填写不对', todo: '请检查后再试（{field}）。' },
  amount_invalid: { what: '金额格式不对', todo: '请输入最多两位小数的金额。' },
  amount_not_positive: { what: '金额要大于 0', todo: '请重新输入金额。' },
  amount_too_large: { what: '超过单笔上限', todo: '单笔最多 {limit}，请改小金额。' },
  currency_unsupported: { what: '暂不支持这个币种', todo: '请改用人民币。' },
  idempotency_key_missing: { what: '这次请求没有被读懂', todo: '请刷新页面再试。' },
  idempotency_key_reused: {
    what: '这一步已经提交过别的内容',
    todo: '请看看账单里的结果，再决定要不要重来。',
  },
  request_in_flight: { what: '上一次提交还在处理', todo: '请稍等片刻，不用重复提交。' },
  not_found: { what: '没有找到', todo: '它可能已被删除，或不属于你。' },
  method_not_allowed: { what: '这次请求没有被读懂', todo: '请刷新页面再试。' },
  not_acceptable: { what: '这次请求没有被读懂', todo: '请刷新页面再试。' },
  unsupported_media_type: { what: '这次请求没有被读懂', todo: '请刷新页面再试。' },
  body_too_large: { what: '内容太长了', todo: '请缩短后再试。' },
  rate_limited: { what: '操作太频繁', todo: '请 {retry_after} 秒后再试。' },
  unavailable: { what: '服务暂时不可用', todo: '请过一会儿再试。' },
  internal: { what: '我们这边出了问题', todo: '请过一会儿再试；再遇到时，请把参考号告诉客服。' },
  csrf_invalid: { what: '页面已过期', todo: '请刷新页面再试。' },
  // who you are
  session_required: { what: '还没有登录', todo: '请先登录。' },
  session_expired: { what: '登录已过期', todo: '请重新登录，会回到刚才的地方。' },
  not_permitted: { what: '你没有做这件事的权限', todo: '请让店主或管理员来操作。' },
  credentials_wrong: { what: '账号或密码不对', todo: '还可以试 {attempts_left} 次。' },
  code_wrong: { what: '验证码不对', todo: '还可以试 {attempts_left} 次。' },
  code_expired: { what: '验证码已过期', todo: '请重新获取验证码。' },
  too_many_attempts: { what: '试的次数太多', todo: '请在 {until} 之后再试。' },
  code_delivery_unavailable: { what: '现在发不出验证码', todo: '请用密码登录，或过一会儿再试。' },
  phone_invalid: { what: '手机号不对', todo: '请输入 11 位手机号，国外号码请带 + 和国家码。' },
  name_invalid: { what: '名字不合适', todo: '请输入 1 到 40 个字的名字。' },
  password_too_short: { what: '密码太短', todo: '请至少用 {minimum} 个字符。' },
  password_too_common: { what: '这个密码太常见', todo: '请换一个别人猜不到的密码。' },
  sign_up_token_invalid: { what: '注册已超时', todo: '请重新获取验证码。' },
  login_taken: { what: '这个登录名已被使用', todo: '请换一个登录名。' },
  invitation_unknown: { what: '邀请无效或已用过', todo: '请让邀请你的人重新发一个。' },
  second_factor_required: { what: '还差一步验证', todo: '请先设置身份验证器或通行密钥。' },
  step_up_required: { what: '请再确认一次是你', todo: '改动登录方式前，需要重新验证身份。' },
  factor_wrong: {
    what: '没有通过验证',
    todo: '还可以试 {attempts_left} 次；验证码每 30 秒换一个，用过的不能再用。',
  },
  own_proposal: { what: '自己提的，要别人来定', todo: '请另一位有权限的同事来审批。' },
  proposal_finished: { what: '这项提议已经有结论', todo: '刷新看看是谁定的。' },
  proposal_stale: { what: '情况已经变了', todo: '提议之后有人改动过，请撤回后重新提议。' },
  proposal_open: { what: '已有一项同样的提议在等待', todo: '先等它有结论，或请提议人撤回。' },
  opened_by_yourself: { what: '这家店是你开通的', todo: '请另一位同事来审核它的认证。' },
  limit_set_by_law: { what: '这是法定上限', todo: '本级别最多 {cap}，只能调低。' },
  nothing_to_change: { what: '现在就是这样', todo: '没有需要改的。' },
  last_administrator: { what: '这是最后一位管理员', todo: '请先让另一位成为管理员。' },
  last_owner: { what: '这是最后一位店主', todo: '请先让另一位成为店主。' },
  another_owner_helps: { what: '店里还有能登录的店主', todo: '请由那位店主在商户后台帮忙重设。' },
  party_locked: { what: '账户已被锁定', todo: '请联系客服，核对身份后解锁。' },
  device_locked: { what: '这台设备已被平台停用', todo: '请用另一台设备登录，或联系客服。' },
  credential_locked: { what: '能证明是你的方式已被平台停用', todo: '请联系客服，核对身份后恢复。' },
  pin_blocked: { what: '支付密码已被平台停用', todo: '请用别的方式验证后重设支付密码，或联系客服。' },
  email_invalid: { what: '邮箱不对', todo: '请检查有没有写错，例如少了 @ 或多了空格。' },
  no_contact: { what: '还没有手机号或邮箱', todo: '请先添加一个，再回来。' },
  emails_too_many: { what: '邮箱太多了', todo: '最多 {maximum} 个，请先移除不用的。' },
  recovery_unknown: { what: '没有这个申请，或已经结束', todo: '如果你没有申请过，不需要再做什么。' },
  recovery_not_ready: { what: '还不能打开钱包', todo: '请等身份核对完、等待期满后再试。' },
  sign_up_closed: { what: '暂时不能注册', todo: '请过一段时间再来。' },
  sign_in_expired: { what: '登录已超时', todo: '请从头登录一次。' },
  authenticator_exists: { what: '已经设置了身份验证器', todo: '要换一个，请先移除现在的。' },
  last_factor: { what: '这是最后一种第二步验证', todo: '请先设置另一种，再移除它。' },
  passkey_refused: { what: '这个通行密钥没有通过', todo: '它可能已被移除。请再试一次，或换一种方式。' },
  passkeys_too_many: { what: '通行密钥太多了', todo: '最多 {maximum} 个，请先删掉不用的。' },
  pin_required: { what: '还没有设置支付密码', todo: '请先设置六位支付密码。' },
  pin_wrong: { what: '支付密码不对', todo: '还可以试 {attempts_left} 次。' },
  pin_locked: { what: '支付密码已锁定', todo: '请在 {until} 之后再试，或重置支付密码。' },
  pin_too_simple: { what: '支付密码太简单', todo: '不要用连续或重复的数字。' },
  // the other side
  payee_unknown: { what: '没有找到这个人', todo: '请核对手机号。' },
  payee_is_self: { what: '这是你自己', todo: '不能付给自己，请换一个收款人。' },
  payee_expired: { what: '收款人信息已过期', todo: '请重新查找收款人。' },
  too_many_lookups: { what: '查找次数太多', todo: '请过一会儿再查找。' },
  qr_foreign: { what: '这不是桥的收款码', todo: '请向商家要桥的收款码。' },
  qr_damaged: { what: '收款码不完整', todo: '请对准整个二维码，或换一张清楚的图片。' },
  qr_expired: { what: '收款码已过期', todo: '请商家重新出示收款码。' },
  qr_unknown: { what: '收款码已失效', todo: '它可能被改动或停用，请商家重新出示。' },
  // paying
  insufficient_funds: { what: '余额不足', todo: '可用余额 {available}，请先充值或改小金额。' },
  payment_expired: { what: '这笔付款已过期', todo: '请重新扫码。' },
  payment_finished: { what: '这笔付款已有结果', todo: '请看凭证，不用再付。' },
  payment_cancelled: { what: '这笔付款已取消', todo: '需要付款时请重新扫码。' },
  code_refused: { what: '身份验证器的验证码不对', todo: '请输入现在显示的 6 位数字；用过的不能再用。' },
  new_device_limit: {
    what: '新设备暂时只能付小额',
    todo: '{until} 前合计最多 {limit}。大额请用以前的设备。',
  },
  confirmation_invalid: { what: '这次确认已失效', todo: '请核对金额和收款人，重新确认。' },
  stronger_factor_required: { what: '这笔金额较大，需要更强的验证', todo: '请用通行密钥或身份验证器确认。' },
  confirmation_mismatch: { what: '金额与确认时不一致', todo: '请核对金额后重新确认。' },
  channel_closed: { what: '这个渠道暂停收款', todo: '请换一种方式付给对方。' },
  account_frozen: { what: '钱包已冻结', todo: '在“登录与验证”里验证是你本人后解冻，或联系客服。' },
  held_refused: { what: '这笔被拦下了，没有转出', todo: '是你本人的话，请在常用的设备上重新操作。' },
  held_answered: { what: '这一笔已经有结果了', todo: '请看看账单里的结果。' },
  held_device_too_new: { what: '这台设备还太新', todo: '请用常用的设备确认，或等到 {until}。' },
  freeze_link_invalid: {
    what: '这个链接用过了，或已过期',
    todo: '如果是你刚用过，钱包已经冻结；不是的话，请登录钱包冻结，或点最近一条短信里的链接。',
  },
  wallet_not_frozen: { what: '钱包没有冻结', todo: '不用解冻。' },
  frozen_by_operator: { what: '钱包由平台冻结', todo: '请联系客服。' },
  channel_limited: { what: '这个渠道暂时只收小额', todo: '每笔最多 {limit}，请分开付或稍后再试。' },
  channel_takes_nobody_new: {
    what: '这个渠道暂时不接新客',
    todo: '以前在这里付过款的人可以付。请换一种方式，或稍后再试。',
  },
  payee_cannot_receive: { what: '对方暂时无法收款', todo: '可以过几分钟再试，或换一种方式付给对方。' },
  payee_limit_reached: {
    what: '这家店暂时收不了这么多',
    todo: '店铺到了自己的收款限额，和你的钱包无关。可以付少一些、明天再付，或换一种方式付给店铺。',
  },
  limit_reached: {
    what: '超过{movement}限额',
    todo: '{window}还剩 {left}，上限 {cap}。完成更高级别的认证后限额更高。',
  },
  balance_limit_reached: {
    what: '超过余额上限',
    todo: '最多还能存入 {left}，上限 {cap}。完成更高级别的认证后上限更高。',
  },
  tier_not_higher: { what: '已经是这个级别', todo: '可以选更高的级别。' },
  verification_not_open: { what: '这次认证现在不能改', todo: '请刷新页面，看看它的状态。' },
  document_unreadable: {
    what: '这个文件读不出来',
    todo: '请换一张清晰完整的 JPEG、PNG、WebP 照片，或不含脚本的 PDF。',
  },
  document_infected: {
    what: '这个文件里有病毒，没有收下',
    todo: '请先给设备查毒，再重新拍照或另存一份。',
  },
  scanner_unavailable: { what: '文件检查暂时不可用', todo: '文件没有收下，请过一会儿再传。' },
  documents_missing: { what: '材料还不齐', todo: '请补齐后再提交。' },
  balance_out_of_range: { what: '超出账户可容纳的金额', todo: '请改小金额。' },
  ledger_refused: { what: '这笔没有记上账', todo: '请过一会儿再试。' },
  // refunds and banks
  refund_exceeds_payment: { what: '退款超过可退金额', todo: '最多还可退 {refundable}。' },
  refund_limit_exceeded: {
    what: '超过你今天的退款限额',
    todo: '今天还能退 {available}，再多请店长或店主来退。',
  },
  merchant_funds_insufficient: { what: '店铺余额不足以退款', todo: '收到新的款项后再退。' },
  payment_not_refundable: { what: '这笔付款不能退款', todo: '请看这笔付款的状态。' },
  linked_account_unknown: { what: '没有找到这个银行账户', todo: '请换一个银行账户。' },
  bank_declined: { what: '银行没有同意', todo: '请换一个银行账户，或联系银行。' },
  bank_unavailable: { what: '银行暂时没有回应', todo: '请过一会儿再试。' },
  wallet_not_empty: { what: '钱包里还有钱', todo: '请先提现或转出全部余额，再注销。' },
  money_under_way: { what: '还有充值或提现没有结果', todo: '请等银行给出结果后再注销。' },
};

/** A code of the server's catalogue that these words cover. */
export type ErrorCode = keyof typeof zh;

const en: Record<ErrorCode, ErrorWords> = {
  body_malformed: { what: 'The request could not be read', todo: 'Reload the page and try again.' },
  field_unknown: { what: 'The request could not be read', todo: 'Reload the page and try again.' },
  field_invalid: { what: 'Something is not filled in right', todo: 'Check it and try again ({field}).' },
  amount_invalid: { what: 'That is not an amount', todo: 'Enter an amount with at most two decimals.' },
  amount_not_positive: { what: 'The amount must be more than 0', todo: 'Enter the amount again.' },
  amount_too_large: {
    what: 'Over the limit for one payment',
    todo: 'At most {limit}: enter a smaller amount.',
  },
  currency_unsupported: { what: 'This currency is not supported yet', todo: 'Use CNY instead.' },
  idempotency_key_missing: { what: 'The request could not be read', todo: 'Reload the page and try again.' },
  idempotency_key_reused: {
    what: 'This step was already sent with other content',
    todo: 'See the result in your activity before you start again.',
  },
  request_in_flight: {
    what: 'Your last request is still in progress',
    todo: 'Wait a moment; no need to send it again.',
  },
  not_found: { what: 'Not found', todo: 'It may be gone, or not yours.' },
  method_not_allowed: { what: 'The request could not be read', todo: 'Reload the page and try again.' },
  not_acceptable: { what: 'The request could not be read', todo: 'Reload the page and try again.' },
  unsupported_media_type: { what: 'The request could not be read', todo: 'Reload the page and try again.' },
  body_too_large: { what: 'That is too long', todo: 'Shorten it and try again.' },
  rate_limited: { what: 'Too many requests', todo: 'Try again in {retry_after} seconds.' },
  unavailable: { what: 'The service is not available right now', todo: 'Try again in a while.' },
  internal: {
    what: 'Something went wrong on our side',
    todo: 'Try again in a while; if it comes back, quote the reference to support.',
  },
  csrf_invalid: { what: 'This page is out of date', todo: 'Reload the page and try again.' },
  session_required: { what: 'You are not signed in', todo: 'Sign in first.' },
  session_expired: {
    what: 'Your session has ended',
    todo: 'Sign in again; you will come back to this place.',
  },
  not_permitted: { what: 'You are not allowed to do this', todo: 'Ask the owner or a manager.' },
  credentials_wrong: { what: 'Wrong account or password', todo: '{attempts_left} attempts left.' },
  code_wrong: { what: 'Wrong code', todo: '{attempts_left} attempts left.' },
  code_expired: { what: 'The code has expired', todo: 'Ask for a new code.' },
  too_many_attempts: { what: 'Too many attempts', todo: 'Try again after {until}.' },
  code_delivery_unavailable: {
    what: 'Codes cannot be sent right now',
    todo: 'Sign in with your password, or try again in a while.',
  },
  phone_invalid: {
    what: 'That is not a phone number',
    todo: 'Enter 11 digits, or + and the country code for a number abroad.',
  },
  name_invalid: { what: 'That name does not work', todo: 'Enter a name of 1 to 40 characters.' },
  password_too_short: { what: 'The password is too short', todo: 'Use at least {minimum} characters.' },
  password_too_common: { what: 'This password is too common', todo: 'Choose one that nobody would guess.' },
  sign_up_token_invalid: { what: 'Signing up took too long', todo: 'Ask for a new code.' },
  login_taken: { what: 'This login is taken', todo: 'Choose another login.' },
  invitation_unknown: { what: 'This invitation is not valid or was used', todo: 'Ask for a new one.' },
  second_factor_required: {
    what: 'One step is missing',
    todo: 'Set up an authenticator app or a passkey first.',
  },
  step_up_required: { what: 'Show that it is you', todo: 'Verify again before you change how you sign in.' },
  factor_wrong: {
    what: 'That did not match',
    todo: '{attempts_left} attempts left. Codes change every 30 seconds and work once.',
  },
  own_proposal: {
    what: 'You proposed this yourself',
    todo: 'Ask a colleague who has the permission to decide.',
  },
  proposal_finished: { what: 'This proposal is decided', todo: 'Reload to see who decided it.' },
  proposal_stale: {
    what: 'Things have changed since',
    todo: 'Somebody changed it after it was proposed. Withdraw it and propose anew.',
  },
  proposal_open: {
    what: 'The same is proposed already',
    todo: 'Wait for its decision, or ask for it to be withdrawn.',
  },
  opened_by_yourself: { what: 'You have opened this business', todo: 'Ask a colleague to verify it.' },
  limit_set_by_law: {
    what: 'The law sets this limit',
    todo: 'This level may have {cap} at most: it can only be lowered.',
  },
  nothing_to_change: { what: 'It is like this already', todo: 'There is nothing to change.' },
  last_administrator: {
    what: 'This is the last administrator',
    todo: 'Make somebody else an administrator first.',
  },
  last_owner: { what: 'This is the last owner', todo: 'Make somebody else an owner first.' },
  another_owner_helps: {
    what: 'Another owner can sign in',
    todo: 'That owner can help them, in the merchant app.',
  },
  party_locked: { what: 'This account is locked', todo: 'Contact support to have it unlocked.' },
  device_locked: { what: 'The platform locked this device', todo: 'Use another device, or contact support.' },
  credential_locked: {
    what: 'The platform locked what shows that it is you',
    todo: 'Contact support to have it unlocked.',
  },
  pin_blocked: {
    what: 'The platform locked your PIN',
    todo: 'Reset it after showing something else, or contact support.',
  },
  email_invalid: { what: 'That is no email address', todo: 'Check for a missing @ or a blank.' },
  no_contact: { what: 'No number or email yet', todo: 'Add one first, then come back.' },
  emails_too_many: { what: 'Too many emails', todo: 'At most {maximum}: remove one that you no longer use.' },
  recovery_unknown: {
    what: 'No such application, or it has ended',
    todo: 'If you never applied, there is nothing else to do.',
  },
  recovery_not_ready: {
    what: 'The wallet cannot be opened yet',
    todo: 'Try again once your identity is checked and the waiting time is over.',
  },
  sign_up_closed: { what: 'Nobody can sign up right now', todo: 'Come back later.' },
  sign_in_expired: { what: 'Signing in took too long', todo: 'Start again.' },
  authenticator_exists: { what: 'There is an authenticator already', todo: 'Remove it to set up another.' },
  last_factor: { what: 'This is your last second factor', todo: 'Set up another one first.' },
  passkey_refused: {
    what: 'The passkey was not accepted',
    todo: 'It may have been removed. Try again, or use another way.',
  },
  passkeys_too_many: { what: 'Too many passkeys', todo: 'At most {maximum}: remove one first.' },
  pin_required: { what: 'You have no payment PIN yet', todo: 'Set a PIN of six digits first.' },
  pin_wrong: { what: 'Wrong PIN', todo: '{attempts_left} attempts left.' },
  pin_locked: { what: 'Your PIN is locked', todo: 'Try again after {until}, or reset your PIN.' },
  pin_too_simple: { what: 'This PIN is too simple', todo: 'Do not use a run or a repeat of digits.' },
  payee_unknown: { what: 'Nobody found', todo: 'Check the phone number.' },
  payee_is_self: { what: 'That is you', todo: 'You cannot pay yourself; choose another payee.' },
  payee_expired: { what: 'The payee has to be looked up again', todo: 'Look the payee up again.' },
  too_many_lookups: { what: 'Too many look-ups', todo: 'Try again in a while.' },
  qr_foreign: { what: 'This is not a Qiao code', todo: 'Ask the shop for its Qiao code.' },
  qr_damaged: {
    what: 'The code is incomplete',
    todo: 'Get the whole code into view, or use a clearer picture.',
  },
  qr_expired: { what: 'The code has expired', todo: 'Ask the shop to show a new one.' },
  qr_unknown: {
    what: 'The code is no longer valid',
    todo: 'It was changed or withdrawn; ask for a new one.',
  },
  insufficient_funds: { what: 'Not enough balance', todo: '{available} available: top up, or pay less.' },
  payment_expired: { what: 'This payment has expired', todo: 'Scan the code again.' },
  payment_finished: { what: 'This payment already has a result', todo: 'See its receipt; do not pay again.' },
  payment_cancelled: { what: 'This payment was cancelled', todo: 'Scan the code again if you want to pay.' },
  code_refused: {
    what: 'Wrong code from the authenticator app',
    todo: 'Enter the 6 digits it shows now. A code works once.',
  },
  new_device_limit: {
    what: 'A new device moves small amounts for now',
    todo: 'At most {limit} in all until {until}. Use a device you used before for more.',
  },
  confirmation_invalid: {
    what: 'This confirmation is no longer good',
    todo: 'Check amount and payee, and confirm again.',
  },
  stronger_factor_required: {
    what: 'This amount needs stronger proof',
    todo: 'Confirm with a passkey or an authenticator app.',
  },
  confirmation_mismatch: { what: 'The amount changed', todo: 'Check the amount and confirm again.' },
  channel_closed: { what: 'This channel takes no payments right now', todo: 'Pay in another way.' },
  account_frozen: {
    what: 'The wallet is frozen',
    todo: 'Show in “Sign-in and verification” that it is you, or ask support.',
  },
  held_refused: {
    what: 'This was stopped and did not go',
    todo: 'If it was you, do it again on a device you have had for longer.',
  },
  held_answered: { what: 'This has been answered already', todo: 'See the result in your activity.' },
  held_device_too_new: {
    what: 'This device is too new',
    todo: 'Confirm on a device you have had for longer, or wait until {until}.',
  },
  freeze_link_invalid: {
    what: 'This link was used, or has expired',
    todo: 'If you have just used it, your wallet is frozen. Otherwise sign in and freeze it, or use the link in the newest message.',
  },
  wallet_not_frozen: { what: 'The wallet is not frozen', todo: 'There is nothing to unfreeze.' },
  frozen_by_operator: { what: 'The platform froze this wallet', todo: 'Ask support.' },
  channel_limited: {
    what: 'This channel takes only small amounts right now',
    todo: 'At most {limit} each: pay less, or later.',
  },
  channel_takes_nobody_new: {
    what: 'This channel takes nobody new right now',
    todo: 'Only those who have paid here before can. Pay in another way, or later.',
  },
  payee_cannot_receive: {
    what: 'The payee cannot receive right now',
    todo: 'Try again in a few minutes, or pay in another way.',
  },
  payee_limit_reached: {
    what: 'This shop cannot take so much now',
    todo: 'It has reached its own limit; your wallet is fine. Pay less, pay tomorrow, or pay the shop in another way.',
  },
  limit_reached: {
    what: 'Over your limit for {movement}',
    todo: '{left} of {cap} is left {window}. A higher verification raises it.',
  },
  balance_limit_reached: {
    what: 'More than your wallet may hold',
    todo: 'It can take {left} more, up to {cap}. A higher verification raises it.',
  },
  tier_not_higher: { what: 'You have this level already', todo: 'Choose a higher one.' },
  verification_not_open: {
    what: 'This cannot be changed now',
    todo: 'Refresh the page to see how far it is.',
  },
  document_unreadable: {
    what: 'This file cannot be read',
    todo: 'Send a clear, whole JPEG, PNG or WebP picture, or a PDF without scripts.',
  },
  document_infected: {
    what: 'This file holds a virus, so it was not taken',
    todo: 'Scan your device first, then take the picture again or save a fresh copy.',
  },
  scanner_unavailable: {
    what: 'Files cannot be checked just now',
    todo: 'It was not taken. Send it again in a while.',
  },
  documents_missing: { what: 'Something is still missing', todo: 'Add it, and hand in again.' },
  balance_out_of_range: { what: 'More than an account can hold', todo: 'Enter a smaller amount.' },
  ledger_refused: { what: 'This was not booked', todo: 'Try again in a while.' },
  refund_exceeds_payment: {
    what: 'More than can be refunded',
    todo: 'At most {refundable} can still be refunded.',
  },
  refund_limit_exceeded: {
    what: 'This is over your refund limit',
    todo: 'You can give back {available} more today. Ask a manager or the owner for more.',
  },
  merchant_funds_insufficient: {
    what: 'Not enough in the shop’s balance',
    todo: 'Refund after new payments have come in.',
  },
  payment_not_refundable: { what: 'This payment cannot be refunded', todo: 'See the state of this payment.' },
  linked_account_unknown: { what: 'This bank account was not found', todo: 'Choose another bank account.' },
  bank_declined: { what: 'The bank declined', todo: 'Use another bank account, or ask your bank.' },
  bank_unavailable: { what: 'The bank did not answer', todo: 'Try again in a while.' },
  wallet_not_empty: { what: 'There is still money in the wallet', todo: 'Withdraw or send all of it first.' },
  money_under_way: {
    what: 'A top-up or withdrawal has no result yet',
    todo: 'Wait for the bank, then ask again.',
  },
};

export const errorWords: Words<Record<ErrorCode, ErrorWords>> = { 'zh-CN': zh, en };

/** What a device finds itself, before or without an answer of the server. */
const zhDevice = {
  passkey_cancelled: { what: '没有用上通行密钥', todo: '可能是取消了，或等得太久。请再试一次。' },
  passkey_only: {
    what: '这一笔只能用通行密钥确认',
    todo: '它不在这台设备上的话，请换到存有它的设备，或在弹窗里选“其他设备”。也可以先设置验证器应用。',
  },
  passkey_exists: { what: '这台设备已经有通行密钥', todo: '直接用它登录就好。' },
};

const enDevice: Record<keyof typeof zhDevice, ErrorWords> = {
  passkey_cancelled: {
    what: 'No passkey was used',
    todo: 'It was cancelled or took too long. Try again.',
  },
  passkey_only: {
    what: 'Only your passkey confirms this',
    todo: 'If it is not on this device, use the one that has it, or choose another device in the prompt. Or set up an authenticator app first.',
  },
  passkey_exists: { what: 'This device has a passkey already', todo: 'Just sign in with it.' },
};

export type DeviceErrorCode = keyof typeof zhDevice;
export const deviceErrorWords: Words<Record<DeviceErrorCode, ErrorWords>> = {
  'zh-CN': zhDevice,
  en: enDevice,
};
