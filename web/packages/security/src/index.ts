export { Devices } from './devices';
export { EnrolFirst } from './enrol-first';
export { PasskeySignIn } from './passkey-sign-in';
export { SecondStep } from './second-step';
export { SecuritySettings } from './security-settings';
export { useStepUp } from './step-up';
