"""Questions that people bring, judged against the law, the bank and the checks of flaws before they are taken in."""
