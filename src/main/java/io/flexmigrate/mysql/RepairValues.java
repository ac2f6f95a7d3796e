package io.flexmigrate.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Writes rows as a statement takes them, between parentheses; there is nothing in them that a session could understand otherwise. */
final class RepairValues implements RowReceiver {

    private static final int PIECE = 1 << 14;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern QUOTED = Pattern.compile("[-+0-9:. e]+");

    private final List<RepairColumn> columns;
    private final Appendable out;
    private int next;

    RepairValues(List<RepairColumn> columns, Appendable out) {
        this.columns = List.copyOf(columns);
        this.out = out;
    }

    @Override
    public void beginRow(long longBytes) {
        put("(");
        next = 0;
    }

    @Override
    public void nothing() {
        begin();
        put("NULL");
    }

    @Override
    public void value(SnapshotColumn column, byte[] bytes) {
        RepairColumn written = begin();
        switch (written.form()) {
            case NUMBER -> put(checked(NUMBER, column, bytes));
            case QUOTED -> put("'" + checked(QUOTED, column, bytes) + "'");
            case TEXT, BYTES -> put(written.introducer() + "x'" + HexFormat.of().formatHex(bytes) + "'");
        }
    }

    @Override
    public void longValue(SnapshotColumn column, InputStream bytes) {
        put(begin().introducer());
        put("x'");
        try {
            byte[] piece = new byte[PIECE];
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                put(HexFormat.of().formatHex(piece, 0, read));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        put("'");
    }

    @Override
    public void endRow() {
        put(")");
    }

    private RepairColumn begin() {
        if (next > 0) {
            put(", ");
        }
        return columns.get(next++);
    }

    private void put(String text) {
        try {
            out.append(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String checked(Pattern pattern, SnapshotColumn column, byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        if (!pattern.matcher(text).matches()) {
            throw new IllegalStateException("the column " + column.name() + " holds what cannot be written");
        }
        return text;
    }
}
