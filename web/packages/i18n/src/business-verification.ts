import { verificationWords } from './verification';
import type { Words } from './words';

const people = verificationWords['zh-CN'];
const inEnglish = verificationWords.en;

/** The same words where they are of a business: for the till, and for the console's review of one. */
export const businessVerificationWords: Words<typeof people> = {
  'zh-CN': {
    ...people,
    title: '商户认证与限额',
    lead: '店铺的级别、收款限额和认证材料',
    myTier: '店铺级别',
    verification: '商户认证',
    holds: '账户余额',
    ceiling: '账户余额上限',
    documents: {
      ...people.documents,
      id_front: '法定代表人（经营者）证件正面',
      id_back: '法定代表人（经营者）证件背面',
      proof_of_address: '经营地址证明',
    },
    hints: { ...people.hints, proof_of_address: '租赁合同、水电账单或登记证明' },
    stateTexts: {
      ...people.stateTexts,
      submitted: '材料已收到，通常一个工作日内有结果，会显示在这里。',
      in_review: '审核人员正在查看材料，结果会显示在这里。',
      approved: '认证已通过，收款限额已更新。',
    },
    reasons: { ...people.reasons, other_person: '与店铺登记的不是同一家或同一人' },
    neverAsk: '我们不会来电索要证件或验证码。只在这里上传。',
    beginText: '开始后会显示店主姓名，并记入审计日志。',
    accountName: '店铺名称',
    concluded: '结论已提交，店铺已收到通知',
  },
  en: {
    ...inEnglish,
    title: 'Business verification',
    lead: 'The shop’s level, what it may take, and what shows whose it is',
    myTier: 'The shop’s level',
    verification: 'Business verification',
    holds: 'Balance',
    ceiling: 'Most the account may hold',
    documents: {
      ...inEnglish.documents,
      id_front: 'Front of the representative’s ID',
      id_back: 'Back of the representative’s ID',
      proof_of_address: 'Proof of the business’s address',
    },
    hints: { ...inEnglish.hints, proof_of_address: 'A lease, a utility bill or an entry in the register' },
    stateTexts: {
      ...inEnglish.stateTexts,
      submitted: 'We have it. It usually takes one working day; the result appears here.',
      in_review: 'Somebody is looking at what you sent. The result appears here.',
      approved: 'The business is verified, and what it may take has changed.',
    },
    reasons: { ...inEnglish.reasons, other_person: 'It is not of this business or its owner' },
    neverAsk: 'We never call to ask for documents or codes. Upload them here alone.',
    beginText: 'It shows the owners’ names, and is written in the audit trail.',
    accountName: 'Name of the business',
    concluded: 'Decided; the shop has been told',
  },
};
