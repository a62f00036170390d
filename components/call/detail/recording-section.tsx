"use client";

import { type Ref, useState } from "react";
import { Section } from "@/components/ui/section";

export function RecordingSection({ url, ref }: { url: string; ref: Ref<HTMLAudioElement> }) {
  const [failed, setFailed] = useState(false);
  return (
    <Section title="Recording">
      {/* biome-ignore lint/a11y/useMediaCaption: the recording of a phone call has no captions. */}
      <audio
        ref={ref}
        controls
        preload="none"
        src={url}
        aria-label="Recording of this call"
        className="h-10 w-full"
        onError={() => setFailed(true)}
      />
      {failed && (
        <p role="status" className="mt-1 text-12 text-negative">
          The recording couldn’t be loaded from its URL.
        </p>
      )}
    </Section>
  );
}
