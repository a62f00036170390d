import { randomInt } from "node:crypto";

const LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Forty letters and digits: 238 bits that nobody can guess, and nothing an address would have to escape. */
const SECRET_LENGTH = 40;

export function createSecret(length = SECRET_LENGTH): string {
  return Array.from({ length }, () => LETTERS_AND_DIGITS[randomInt(LETTERS_AND_DIGITS.length)]).join("");
}
