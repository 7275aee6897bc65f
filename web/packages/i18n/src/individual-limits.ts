import type { Words } from './words';

/** Words about limits that were set for one person, for the wallet and the console. */
const zh = {
  // on the person's own page
  raised: (usual: string, day: string) => `为你单独提高，${day} 后恢复为 ${usual}`,
  lowered: (usual: string, day: string) => `为你单独降低，${day} 后恢复为 ${usual}`,
  loweredFromNone: (day: string) => `为你单独设定，${day} 后取消`,
  // console
  page: '级别与限额',
  see: '限额',
  seeOf: (name: string) => `${name} 的限额`,
  ownRaised: (usual: string, day: string) => `单独提高，原为 ${usual}，至 ${day}`,
  ownLowered: (usual: string, day: string) => `单独降低，原为 ${usual}，至 ${day}`,
  none: '不限',
  statutory: '法定上限',
  change: '调整',
  changeOf: (limit: string) => `调整限额：${limit}`,
  lead: '调低立刻生效；调高要另一位同事批准。到期自动恢复为本级别的限额。',
  leadLaw: (cap: string) => `法规规定本级别最多 ${cap}，只能调低，立刻生效。到期自动恢复。`,
  cap: '新的限额',
  capHint: (now: string) => `现在 ${now}`,
  capMissing: '请写一个金额，例如 2000 或 2000.00',
  capOverLaw: (cap: string) => `不能超过法定的 ${cap}`,
  same: '这就是现在的限额',
  until: '最后一天',
  untilHint: '格式 2026-12-31，最多一年',
  untilMissing: '请写一个日期，例如 2026-12-31',
  lowerNow: '立刻调低',
  restore: '恢复原限额',
  restoreOf: (limit: string) => `恢复原限额：${limit}`,
  restoreLead: (usual: string) => `恢复为 ${usual}。比现在低则立刻生效，比现在高要另一位同事批准。`,
  restoreNow: '恢复',
  // in proposals
  capOf: (limit: string) => `限额（${limit}）`,
};

export const individualLimitWords: Words<typeof zh> = {
  'zh-CN': zh,
  en: {
    raised: (usual, day) => `Raised for you; ${usual} again after ${day}`,
    lowered: (usual, day) => `Lowered for you; ${usual} again after ${day}`,
    loweredFromNone: (day) => `Set for you; none again after ${day}`,
    page: 'Level and limits',
    see: 'Limits',
    seeOf: (name) => `Limits of ${name}`,
    ownRaised: (usual, day) => `Raised from ${usual} until ${day}`,
    ownLowered: (usual, day) => `Lowered from ${usual} until ${day}`,
    none: 'no limit',
    statutory: 'Set by law',
    change: 'Change',
    changeOf: (limit) => `Change the limit: ${limit}`,
    lead: 'Lowering takes effect at once; raising takes a colleague’s approval. The level’s own limit comes back by itself.',
    leadLaw: (cap) =>
      `The law gives this level ${cap} at most, so it can only be lowered, at once. It comes back by itself.`,
    cap: 'New limit',
    capHint: (now) => `Now ${now}`,
    capMissing: 'Write an amount, such as 2000 or 2000.00',
    capOverLaw: (cap) => `No more than the ${cap} that the law gives`,
    same: 'That is the limit now',
    until: 'Last day',
    untilHint: 'As 2026-12-31, within a year',
    untilMissing: 'Write a day, such as 2026-12-31',
    lowerNow: 'Lower at once',
    restore: 'Restore',
    restoreOf: (limit) => `Restore the limit: ${limit}`,
    restoreLead: (usual) =>
      `Back to ${usual}: at once where that is less than now, with a colleague’s approval where it is more.`,
    restoreNow: 'Restore',
    capOf: (limit) => `Limit (${limit})`,
  },
};
