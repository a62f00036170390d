import type { Tx } from "@/lib/platform/sql/in-company";

export type SecondFactor = {
  readonly totpSealed: Uint8Array | null;
  /** Codes of this time step and earlier ones were used. */
  readonly totpLastStep: number;
  readonly recoveryCodeHashes: readonly Uint8Array[];
};

/** Locks the member until the transaction ends. */
export async function lockSecondFactor(tx: Tx, memberId: number): Promise<SecondFactor> {
  type Row = { totp_sealed: Buffer | null; totp_last_step: bigint; recovery_code_hashes: Buffer[] };
  const [row] = await tx.$queryRaw<Row[]>`
    select totp_sealed, totp_last_step, recovery_code_hashes from member
    where company_id = ${tx.company} and id = ${memberId}::bigint for update`;
  if (!row) throw new Error(`member ${memberId} is not of this company`);
  return {
    totpSealed: row.totp_sealed,
    totpLastStep: Number(row.totp_last_step),
    recoveryCodeHashes: row.recovery_code_hashes,
  };
}

export async function saveTotp(tx: Tx, memberId: number, sealed: Uint8Array | null, lastStep = 0): Promise<void> {
  const value = sealed && Buffer.from(sealed);
  await tx.$executeRaw`
    update member set totp_sealed = ${value}, totp_last_step = ${lastStep}::bigint
    where company_id = ${tx.company} and id = ${memberId}::bigint`;
}

export async function saveTotpStep(tx: Tx, memberId: number, step: number): Promise<void> {
  await tx.$executeRaw`
    update member set totp_last_step = ${step}::bigint where company_id = ${tx.company} and id = ${memberId}::bigint`;
}

export async function saveRecoveryCodes(tx: Tx, memberId: number, hashes: readonly Uint8Array[]): Promise<void> {
  const texts = hashes.map((hash) => `\\x${Buffer.from(hash).toString("hex")}`);
  await tx.$executeRaw`
    update member set recovery_code_hashes = ${texts}::text[]::bytea[]
    where company_id = ${tx.company} and id = ${memberId}::bigint`;
}

export async function isSecondFactorRequired(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ required: boolean }[]>`
    select second_factor_required as required from company where id = ${tx.company}`;
  return row?.required ?? false;
}
