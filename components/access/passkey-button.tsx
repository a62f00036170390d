"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PASSKEY_REFUSED } from "./sign-in-message";

type PasskeyButtonProps = { onSignedIn: () => void; onRefused: (code: string | null) => void };

export function PasskeyButton({ onSignedIn, onRefused }: PasskeyButtonProps) {
  const [busy, setBusy] = useState(false);

  async function enter() {
    setBusy(true);
    onRefused(null);
    const refusedBy = await enterWithPasskey().catch(() => PASSKEY_REFUSED);
    setBusy(false);
    if (refusedBy === null) onSignedIn();
    else onRefused(refusedBy);
  }

  return (
    <Button onClick={enter} busy={busy} className="w-full">
      Sign in with a passkey
    </Button>
  );
}

/** Null when signed in; otherwise a code that `signInMessage` explains. */
async function enterWithPasskey(): Promise<string | null> {
  const answer = await fetch("/api/auth/passkey-options", { method: "POST" });
  if (!answer.ok) return "unavailable";
  const response = await startAuthentication({ optionsJSON: await answer.json() });
  const result = await signIn("passkey", { redirect: false, response: JSON.stringify(response) });
  if (result?.ok && !result.error) return null;
  return result?.error === "CredentialsSignin" ? PASSKEY_REFUSED : (result?.error ?? "unreachable");
}
