package io.tributary.topologies.classify.text;

/** The words that say how or where was paid, not to whom. */
final class Noise {

    private static final int LONGEST_TAIL = 4;
    private static final int CITY_AND_STATE = 2;
    private static final int FEWEST_WORDS = 2;

    private final PhraseTrie leads;
    private final PhraseTrie wallets;
    private final PhraseTrie tails;
    private final PhraseTrie states;

    private Noise(PhraseTrie leads, PhraseTrie wallets, PhraseTrie tails, PhraseTrie states) {
        this.leads = leads;
        this.wallets = wallets;
        this.tails = tails;
        this.states = states;
    }

    static Noise load() {
        PhraseTrie.Builder leads = new PhraseTrie.Builder();
        PhraseTrie.Builder wallets = new PhraseTrie.Builder();
        PhraseTrie.Builder tails = new PhraseTrie.Builder();
        PhraseTrie.Builder states = new PhraseTrie.Builder();
        for (String[] row : Table.rows(Noise.class, "noise.tsv", 2)) {
            switch (row[0]) {
                case "lead" -> leads.add(row[1], 0);
                case "wallet" -> wallets.add(row[1], 0);
                case "tail" -> tails.add(row[1], 0);
                case "state" -> states.add(row[1], 0);
                default -> throw new IllegalStateException("noise.tsv: no such kind: " + row[0]);
            }
        }
        return new Noise(leads.build(), wallets.build(), tails.build(), states.build());
    }

    /** Behind the words in front that say how was paid, and the numbers between and behind them. */
    int skipLead(Words words, int from) {
        int at = from;
        while (at < words.count()) {
            long found = leads.longest(words, at);
            if (found != PhraseTrie.NONE) {
                at += PhraseTrie.words(found);
            } else if (at > 0 && (words.digits(at) == words.length(at) || words.isMasked(at))) {
                at++;
            } else {
                return at;
            }
        }
        return from;
    }

    /** Behind the wallet that stands in front, if one does and something follows it. */
    int skipWallet(Words words, int from) {
        long found = from < words.count() ? wallets.longest(words, from) : PhraseTrie.NONE;
        return found == PhraseTrie.NONE ? from : from + PhraseTrie.words(found);
    }

    /** In front of the places, legal forms, numbers and codes at the end; at least one word stays. */
    int cutTail(Words words, int first, int end) {
        int cut = end;
        boolean more = true;
        while (more) {
            int shorter = cutOnce(words, first, cut);
            more = shorter < cut;
            cut = shorter;
        }
        return cut;
    }

    private int cutOnce(Words words, int first, int end) {
        if (end - 1 > first && states.longest(words, end - 1) != PhraseTrie.NONE) {
            // In front of a state stands a city, of which there are too many to list. Two words of the name stay.
            return end - CITY_AND_STATE >= first + FEWEST_WORDS ? end - CITY_AND_STATE : end - 1;
        }
        if (end - 1 > first && words.digits(end - 1) == words.length(end - 1)) {
            return end - 1;
        }
        for (int from = Math.max(first + 1, end - LONGEST_TAIL); from < end; from++) {
            long found = tails.longest(words, from);
            if (found != PhraseTrie.NONE && from + PhraseTrie.words(found) >= end) {
                return from;
            }
        }
        return end;
    }
}
