package io.flexmigrate.stage.assess;

/** XA transactions of the source that are prepared. */
record PreparedXa(int transactions) implements Part {}
