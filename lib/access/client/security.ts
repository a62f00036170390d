import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  AddedPasskey,
  AuthenticatorSecret,
  Done,
  EndedSessions,
  type NewAuthenticator,
  type NewPasskey,
  PasskeyOptions,
  type PasswordChange,
  type PasswordConfirmation,
  RecoveryCodes,
} from "../contract/security";

type Confirmation = z.input<typeof PasswordConfirmation>;

export function useChangePassword() {
  return useMutation({
    networkMode: "always",
    mutationFn: (change: z.input<typeof PasswordChange>) =>
      sendRequest("/me/password", EndedSessions, { method: "PUT", body: change }),
  });
}

export function useEndSession() {
  return useMutation({
    networkMode: "always",
    mutationFn: (id: number) => sendRequest(`/me/sessions/${id}`, Done, { method: "DELETE" }),
  });
}

export function useEndOtherSessions() {
  return useMutation({
    networkMode: "always",
    mutationFn: () => sendRequest("/me/sessions", EndedSessions, { method: "DELETE" }),
  });
}

export function createAuthenticatorSecret() {
  return sendRequest("/me/authenticator", AuthenticatorSecret, { method: "POST" });
}

export function setAuthenticator(authenticator: z.input<typeof NewAuthenticator>) {
  return sendRequest("/me/authenticator", RecoveryCodes, { method: "PUT", body: authenticator });
}

export function removeAuthenticator(confirmation: Confirmation) {
  return sendRequest("/me/authenticator", Done, { method: "DELETE", body: confirmation });
}

export function renewRecoveryCodes(confirmation: Confirmation) {
  return sendRequest("/me/recovery-codes", RecoveryCodes, { method: "POST", body: confirmation });
}

export function createPasskeyOptions() {
  return sendRequest("/me/passkeys/options", PasskeyOptions, { method: "POST" });
}

export function addPasskey(passkey: z.input<typeof NewPasskey>) {
  return sendRequest("/me/passkeys", AddedPasskey, { method: "POST", body: passkey });
}

export function removePasskey(id: number, confirmation: Confirmation) {
  return sendRequest(`/me/passkeys/${id}`, Done, { method: "DELETE", body: confirmation });
}
