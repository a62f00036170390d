import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  CreatedApiKey,
  CreatedSecureToken,
  type NewApiKey,
  type NewSecureToken,
  Revoked,
  RotatedApiKey,
} from "../contract/credential";

export type CredentialKind = "api-keys" | "secure-tokens";

export function useCreateApiKey() {
  return useMutation({
    networkMode: "always",
    mutationFn: (key: z.input<typeof NewApiKey>) =>
      sendRequest("/api-keys", CreatedApiKey, { method: "POST", body: key }),
  });
}

export function useRotateApiKey(id: number) {
  return useMutation({
    networkMode: "always",
    mutationFn: () => sendRequest(`/api-keys/${id}/rotate`, RotatedApiKey, { method: "POST" }),
  });
}

export function useCreateSecureToken() {
  return useMutation({
    networkMode: "always",
    mutationFn: (token: z.input<typeof NewSecureToken>) =>
      sendRequest("/secure-tokens", CreatedSecureToken, { method: "POST", body: token }),
  });
}

export function useRevoke(kind: CredentialKind, id: number) {
  return useMutation({
    networkMode: "always",
    mutationFn: () => sendRequest(`/${kind}/${id}`, Revoked, { method: "DELETE" }),
  });
}
