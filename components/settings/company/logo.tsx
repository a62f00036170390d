"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { useSaveLogo } from "@/lib/statement/client";
import { LOGO_KIBIBYTES } from "@/lib/statement/contract/logo";

/** The logo on new statements. */
export function Logo({ version, mayEdit }: { version: string | null; mayEdit: boolean }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const saving = useSaveLogo();
  const [refusal, setRefusal] = useState<string | null>(null);

  function save(image: string | null) {
    setRefusal(null);
    saving.mutate(image, {
      onSuccess: () => {
        toast.success(image === null ? "Logo removed" : "Logo saved");
        router.refresh();
      },
      onError: (error) => setRefusal((error instanceof ApiError && error.problem.errors?.image) || refusalText(error)),
    });
  }

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    // The same file can be chosen again.
    target.value = "";
    if (!file) return;
    if (file.size > LOGO_KIBIBYTES * 1024) setRefusal(`Choose an image of at most ${LOGO_KIBIBYTES} KB.`);
    else save(await base64Of(file));
  }

  return (
    <div className="space-y-3">
      {version ? (
        // biome-ignore lint/performance/noImgElement: an image of the API, in its own size.
        <img
          src={`/api/v1/company/logo?version=${version}`}
          alt="Logo on new statements"
          className="max-h-16 max-w-60 rounded-sm border bg-[white] object-contain p-2"
        />
      ) : (
        <p className="text-13 text-ink-muted">No logo.</p>
      )}
      {mayEdit && (
        <>
          <input
            ref={input}
            type="file"
            accept="image/png,image/jpeg"
            aria-label="Logo"
            className="sr-only"
            tabIndex={-1}
            onChange={choose}
          />
          <div className="flex flex-wrap gap-2">
            <Button busy={saving.isPending} onClick={() => input.current?.click()}>
              {version ? "Replace logo" : "Upload logo"}
            </Button>
            {version && (
              <Button busy={saving.isPending} onClick={() => save(null)}>
                Remove logo
              </Button>
            )}
          </div>
          {refusal && (
            <p role="alert" className="text-12 text-negative">
              {refusal}
            </p>
          )}
          <p className="text-12 text-ink-muted">
            PNG or JPEG, up to {LOGO_KIBIBYTES} KB. Issued statements keep their logo.
          </p>
        </>
      )}
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
  });
  reader.readAsDataURL(file);
  return (await read).replace(/^[^,]*,/, "");
}
