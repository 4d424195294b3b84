package io.tributary.api.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How banks call their columns, the better name first. Names may be added at the end of a line; to change their order
 * would give the same statement other descriptions, and so other ids.
 */
final class ColumnNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LIST = Pattern.compile("\\s*[,\\n]\\s*");

    private static final Map<Column, List<String>> NAMES = Map.of(
            Column.DATE,
            names("""
                    transaction date, booking date, posting date, posted date, date, date posted, started date, completed date
                    buchungstag, buchungsdatum, datum, transaktionsdatum, valutadatum, valuta, wertstellung
                    date de l operation, date operation, date de comptabilisation, date de valeur
                    fecha, fecha operacion, fecha de operacion, fecha de la operacion, f operacion, fecha valor
                    data, data operazione, data contabile, data valuta, data mov, data movimento, data da operacao
                    boekdatum, boekingsdatum, transactiedatum, rentedatum, bokforingsdag, bokforingsdatum, transaktionsdag
                    dato, bogforingsdato, bokforingsdato, data operacji, data transakcji, data ksiegowania
                    kirjauspaiva, paivamaara, datum provedeni, datum zauctovani, value date"""),
            Column.AMOUNT,
            names("""
                    amount, transaction amount, value, net, betrag, umsatz, montant, montant de l operation
                    importe, importe operacion, monto, cantidad, importo, valor, montante, quantia, bedrag, bedrag bij af
                    belob, belop, belopp, kwota, kwota operacji, kwota transakcji, maara, castka"""),
            Column.DEBIT,
            names("""
                    debit, debit amount, paid out, money out, withdrawal, withdrawals, withdrawal amount, debits
                    soll, belastung, lastschrift, depense, debit euros, cargo, cargos, debe, addebito, addebiti, uscite, dare
                    debito, af, udgift, ut fra konto, uttag, obciazenia, obciazenie"""),
            Column.CREDIT,
            names("""
                    credit, credit amount, paid in, money in, deposit, deposits, deposit amount, credits
                    haben, gutschrift, recette, credit euros, abono, abonos, haber, accredito, accrediti, entrate, avere
                    credito, bij, indtaegt, inn pa konto, insattning, uznania, uznanie"""),
            Column.DIRECTION,
            names("""
                    debit credit, debit or credit, credit debit indicator, credit debit, cr dr, dr cr, direction
                    transaction type, type, soll haben, sens, af bij, bij af, tipo, typ"""),
            Column.CURRENCY,
            names("""
                    currency, transaction currency, currency code, wahrung, waehrung, devise, moneda, divisa, valuta
                    moeda, munt, muntsoort, valutakode, waluta, valuutta, mena"""),
            Column.PAYEE,
            names("""
                    payee, merchant, merchant name, name, counterparty, counterparty name, counter party, beneficiary
                    beguenstigter zahlungspflichtiger, begunstigter zahlungspflichtiger, auftraggeber empfanger, empfanger
                    name zahlungsbeteiligter, zahlungsempfanger, naam, naam tegenpartij, tegenpartij, beneficiaire
                    beneficiario, mottagare, mottaker, modtager, odbiorca, nadawca odbiorca, saaja maksaja"""),
            Column.DESCRIPTION,
            names("""
                    description, transaction description, original description, details, narrative, memo, reference, text
                    verwendungszweck, buchungstext, beschreibung, libelle, libelle operation, libelle de l operation
                    detail de l ecriture, concepto, descripcion, detalle, descrizione, causale, descricao, historico
                    descritivo, naam omschrijving, omschrijving, mededelingen, omschrijving 1, tekst, beskrivelse
                    beskrivning, transaktion, opis operacji, opis transakcji, tytul, opis, selite, popis, note, payment reference"""));

    private ColumnNames() {}

    /** The names of a column; none for a column that is never guessed. */
    static List<String> of(Column column) {
        return NAMES.getOrDefault(column, List.of());
    }

    /** A title as it counts: letters and digits without accents in lower case, single spaces between words. */
    static String normalise(String title) {
        String plain = title.replace('ø', 'o')
                .replace('Ø', 'o')
                .replace('ł', 'l')
                .replace('Ł', 'l')
                .replace("æ", "ae")
                .replace("Æ", "ae")
                .replace("ß", "ss");
        String bare =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        return OTHER.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> names(String text) {
        return Arrays.asList(LIST.split(text));
    }
}
