import type { CompanyId } from "@/lib/base/ids";
import { type SealedFor, seal, unseal } from "@/lib/platform/config/seal";
import type { Tx } from "@/lib/platform/sql/in-company";
import { createSecret } from "./create-secret";
import { credentialHash } from "./credential-hash";
import { lockSecondFactor, saveRecoveryCodes, saveTotpStep } from "./sql/second-factor";
import { totpStep } from "./totp";

const RECOVERY_CODES = 10;
const RECOVERY_CODE_LENGTH = 12;

export function sealTotp(company: CompanyId, memberId: number, secret: string): Uint8Array<ArrayBuffer> {
  return seal(sealedFor(company, memberId), secret);
}

/** Uses up a code of the authenticator app, or a recovery code. False for a wrong or used one. */
export async function useCode(tx: Tx, memberId: number, code: string, now: Date): Promise<boolean> {
  const { totpSealed, totpLastStep, recoveryCodeHashes } = await lockSecondFactor(tx, memberId);
  const typed = code.replace(/[\s-]/g, "");
  if (totpSealed && /^\d{6}$/.test(typed)) {
    const step = totpStep(unseal(sealedFor(tx.company, memberId), totpSealed), typed, now);
    if (step === null || step <= totpLastStep) return false;
    await saveTotpStep(tx, memberId, step);
    return true;
  }
  const hash = Buffer.from(credentialHash(typed.toLowerCase()));
  const left = recoveryCodeHashes.filter((other) => !hash.equals(Buffer.from(other)));
  if (left.length === recoveryCodeHashes.length) return false;
  await saveRecoveryCodes(tx, memberId, left);
  return true;
}

/** Replaces all recovery codes. They are shown once. */
export async function renewRecoveryCodes(tx: Tx, memberId: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => createSecret(RECOVERY_CODE_LENGTH).toLowerCase());
  await saveRecoveryCodes(tx, memberId, codes.map(credentialHash));
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));
}

function sealedFor(company: CompanyId, memberId: number): SealedFor {
  return { purpose: "callmark authenticator secrets", owner: `${company}:${memberId}` };
}
