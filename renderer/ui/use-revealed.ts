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
  const [secondsLeft, setSecondsLeft] = useState(0);
  const isOn = secondsLeft > 0;

  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => {
      setSecondsLeft((left) => left - 1);
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
      setSecondsLeft(revealSeconds);
    },
    hide: () => {
      setSecondsLeft(0);
    },
  };
};
