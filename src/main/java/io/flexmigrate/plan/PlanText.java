package io.flexmigrate.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of a plan file: UTF-8, not too long, with nothing in it that YAML does not allow. */
record PlanText(String text) {

    /** Plans are written by hand; the limit keeps a wrong file name from filling the memory. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    static PlanText of(Path file) {
        return checked(file, decoded(file, bytes(file)));
    }

    /** The text of a file that is not written yet. */
    static PlanText of(Path file, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw InvalidPlanException.of(file, Problem.ofFile("would be larger than 1 MiB and could not be read"));
        }
        return checked(file, text);
    }

    private static PlanText checked(Path file, String text) {
        String unmarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        int odd = firstUnprintable(unmarked);
        if (odd >= 0) {
            String code = "U+%04X".formatted(unmarked.codePointAt(odd));
            throw InvalidPlanException.of(
                    file, at(unmarked.substring(0, odd), "must not contain the control character " + code));
        }
        return new PlanText(unmarked);
    }

    private static byte[] bytes(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw InvalidPlanException.of(file, Problem.ofFile("is larger than 1 MiB and cannot be a plan"));
            }
            return bytes;
        } catch (NoSuchFileException failure) {
            throw InvalidPlanException.of(file, Problem.ofFile("cannot be read: there is no such file"));
        } catch (AccessDeniedException failure) {
            throw InvalidPlanException.of(file, Problem.ofFile("cannot be read: no permission"));
        } catch (IOException failure) {
            throw InvalidPlanException.of(file, Problem.ofFile("cannot be read: " + failure.getMessage()));
        }
    }

    private static String decoded(Path file, byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            throw InvalidPlanException.of(file, at(read, "must be UTF-8, has a byte here that is not"));
        }
        return read;
    }

    private static int firstUnprintable(String text) {
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            if (!StreamReader.isPrintable(text.codePointAt(index))) {
                return index;
            }
        }
        return -1;
    }

    private static Problem at(String before, String message) {
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        String lastLine = before.substring(before.lastIndexOf('\n') + 1);
        return new Problem(line, 1 + lastLine.codePointCount(0, lastLine.length()), "", message);
    }
}
