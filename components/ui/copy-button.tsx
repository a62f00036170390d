"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "./icon-button";

const SAY_MS = 2000;

export function CopyButton({ text, what }: { text: string; what: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAY_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  // Browsers block the clipboard on plain http; the text can still be selected.
  const copy = () => void navigator.clipboard?.writeText(text).then(() => setCopied(true));

  return (
    <>
      <IconButton label={`Copy ${what}`} onClick={copy}>
        {isCopied ? (
          <Check aria-hidden="true" className="size-3.5 text-positive" />
        ) : (
          <Copy aria-hidden="true" className="size-3.5" />
        )}
      </IconButton>
      <span role="status" className="sr-only">
        {isCopied ? "Copied" : ""}
      </span>
    </>
  );
}
