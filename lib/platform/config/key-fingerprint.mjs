import { createHmac } from "node:crypto";

/**
 * Tells keys of installations apart without revealing them.
 * @param {string} key
 */
export const keyFingerprint = (key) =>
  createHmac("sha256", key).update("callmark installation key").digest("hex").slice(0, 32);
