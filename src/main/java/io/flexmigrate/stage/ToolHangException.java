package io.flexmigrate.stage;

/** A tool that did nothing any more was killed. */
final class ToolHangException extends RuntimeException {

    ToolHangException(String tool) {
        super(tool + " hung: it wrote nothing, and none of its sessions was at a statement. It was killed.");
    }
}
