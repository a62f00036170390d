"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

type Guard = { readonly asks: boolean; readonly stay: () => void; readonly leave: () => void };

/**
 * The browser asks on close and reload; this asks on links and searches in the console, and on back and forward
 * where the browser allows it.
 */
export function useUnsavedGuard(isEdited: boolean): Guard {
  const router = useRouter();
  const [wanted, setWanted] = useState<(() => void) | null>(null);
  const isLeaving = useRef(false);

  useEffect(() => {
    if (!isEdited) return;
    const hold = (event: Event, go: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      setWanted(() => go);
    };
    function holdUnload(event: BeforeUnloadEvent) {
      if (!isLeaving.current) event.preventDefault();
    }
    function holdLink(event: MouseEvent) {
      const address = isLeaving.current ? null : addressOfLink(event);
      if (address) hold(event, () => router.push(address));
    }
    function holdSearch(event: SubmitEvent) {
      const address = isLeaving.current ? null : addressOfSearch(event);
      if (address) hold(event, () => router.push(address));
    }
    function holdTraverse(event: NavigateEvent) {
      if (isLeaving.current || event.navigationType !== "traverse" || !event.cancelable) return;
      const { key } = event.destination;
      hold(event, () => void window.navigation.traverseTo(key));
    }
    window.addEventListener("beforeunload", holdUnload);
    // In the capture phase on the window, to run before React and the router.
    window.addEventListener("click", holdLink, { capture: true });
    window.addEventListener("submit", holdSearch, { capture: true });
    window.navigation?.addEventListener("navigate", holdTraverse);
    return () => {
      window.removeEventListener("beforeunload", holdUnload);
      window.removeEventListener("click", holdLink, { capture: true });
      window.removeEventListener("submit", holdSearch, { capture: true });
      window.navigation?.removeEventListener("navigate", holdTraverse);
    };
  }, [isEdited, router]);

  return {
    asks: wanted !== null,
    stay: () => setWanted(null),
    leave: () => {
      isLeaving.current = true;
      setWanted(null);
      wanted?.();
    },
  };
}

function addressOfLink(event: MouseEvent): string | null {
  const isPlainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!isPlainClick || !link || (link.target && link.target !== "_self") || link.hasAttribute("download")) return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== window.location.origin || pathname + search === window.location.pathname + window.location.search) {
    return null;
  }
  return pathname + search + hash;
}

function addressOfSearch({ target }: SubmitEvent): string | null {
  if (!(target instanceof HTMLFormElement) || !target.hasAttribute("action")) return null;
  const words = [...new FormData(target)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return `${new URL(target.action).pathname}?${new URLSearchParams(words)}`;
}
