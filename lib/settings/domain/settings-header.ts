import type { Side } from "@/lib/call/domain/call-state";

/** A version of settings without its document. */
export type SettingsHeader = {
  readonly id: number;
  readonly side: Side;
  readonly ownerId: number;
  readonly version: number;
  readonly validFrom: Date;
  readonly followsBuyer: boolean;
  readonly duplicateWindowSeconds: number;
};
