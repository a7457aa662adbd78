import styles from './Spinner.module.css';

/** The one thing that loops. What it stands for is said beside it. */
export const Spinner = () => <span className={styles['spinner']} aria-hidden="true" />;
