import { useEffect, useState } from 'react';

export const revealSeconds = 30;

interface Revealed {
  readonly isOn: boolean;
  readonly secondsLeft: number;
  show(): void;
  hide(): void;
}

/** Something secret that is shown for 30 s, counted down, and then hidden by itself. */
export const useRevealed = (onHide?: () => void): Revealed => {
  const [untilMs, setUntilMs] = useState(0);
  const [nowMs, setNowMs] = useState(0);
  const secondsLeft = Math.max(0, Math.ceil((untilMs - nowMs) / 1_000));
  const isOn = secondsLeft > 0;

  useEffect(() => {
    if (!isOn) return undefined;
    // Read from the clock, not counted: ticks are rare in a hidden page and none while the computer sleeps.
    const timer = setInterval(() => {
      setNowMs(Date.now());
    }, 1_000);
    return () => {
      clearInterval(timer);
      onHide?.();
    };
    // Only going from hidden to shown and back matters, not which function is told.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isOn]);

  return {
    isOn,
    secondsLeft,
    show: () => {
      const shownAtMs = Date.now();
      setNowMs(shownAtMs);
      setUntilMs(shownAtMs + revealSeconds * 1_000);
    },
    hide: () => {
      setUntilMs(0);
    },
  };
};
