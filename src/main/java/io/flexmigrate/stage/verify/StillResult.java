package io.flexmigrate.stage.verify;

import java.util.List;

/**
 * What comparing gave while nothing moved.
 *
 * @param differences a line for each row or table that differs; empty when all that was compared is equal
 * @param unproven a line for each table that could not be compared in time
 * @param rows how many rows were compared one by one
 * @param tables how many tables were compared whole
 */
public record StillResult(List<String> differences, List<String> unproven, int rows, int tables) {

    public StillResult {
        differences = List.copyOf(differences);
        unproven = List.copyOf(unproven);
    }
}
