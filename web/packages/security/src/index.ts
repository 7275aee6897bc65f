export { Devices } from './devices';
export { EnrolFirst } from './enrol-first';
export { PasskeySignIn } from './passkey-sign-in';
export { SecondStep } from './second-step';
export { SecuritySettings } from './security-settings';
export { useGuardedAct } from './use-guarded-act';
export { useStepUp } from './step-up';
export { useAct } from './use-act';
