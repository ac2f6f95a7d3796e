-- Makes a plain MySQL server (5.7, 8.0 or newer) behave like an Azure Database for MySQL flexible server, as far as a
-- migration can tell: the procedures for Data-in replication, and an administrator who is not a superuser.
-- For rehearsals and tests; a real flexible server has all this already.
--
-- Run it once, as root, on the server that plays the flexible server:
--
--   mysql -h 127.0.0.1 -u root -p \
--     -e "SET @admin_user = 'admin1', @admin_password = 'a password'; SOURCE scripts/flexible-server-emulation.sql"
--
-- Without the two variables the administrator is 'flexadmin' with the password 'change-me'.
--
-- What a script cannot do belongs into the server's start options:
--   replicate-wild-ignore-table  mysql.%, information_schema.%, performance_schema.% and sys.%, one option each
--   require-secure-transport=ON  (8.0 and newer)
--   log-bin, binlog-format=ROW, log-slave-updates=ON, relay-log=relay_bin, log-bin-trust-function-creators=ON
--   secure-file-priv             a directory of the server, or empty; a source's certificate is written there
--   gtid-mode=ON, enforce-gtid-consistency=ON  (for a server with high availability)
--
-- Differs from the real thing: the schema `mysql` is not read-only for the administrator, and the messages of the
-- procedures are the server's own. RESET MASTER and RESET SLAVE need only RELOAD, which the documented privileges
-- contain, so the administrator may do them here; what a real flexible server says is not documented. The contract that is emulated:
-- learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication (January 2026)
-- learn.microsoft.com/azure/mysql/flexible-server/security-how-to-create-users (January 2026)

SET @admin_user = COALESCE(@admin_user, 'flexadmin');
SET @admin_password = COALESCE(@admin_password, 'change-me');

-- Nothing of this is for replicas of this server.
SET @binlog_before = @@SESSION.sql_log_bin;
SET SESSION sql_log_bin = 0;

DROP PROCEDURE IF EXISTS mysql.az_emulation_run;
DROP PROCEDURE IF EXISTS mysql.az_emulation_change_source;
DROP PROCEDURE IF EXISTS mysql.az_replication_change_master;
DROP PROCEDURE IF EXISTS mysql.az_replication_change_master_with_gtid;
DROP PROCEDURE IF EXISTS mysql.az_replication_start;
DROP PROCEDURE IF EXISTS mysql.az_replication_stop;
DROP PROCEDURE IF EXISTS mysql.az_replication_remove_master;
DROP PROCEDURE IF EXISTS mysql.az_replication_skip_counter;
DROP PROCEDURE IF EXISTS mysql.az_kill;

DELIMITER //

-- ---------------------------------------------------------------------------------------------------------------
-- Two procedures the others are made of. They run with the rights of who calls them: those of root when one of the
-- procedures below calls, and only his own when the administrator tries it himself.
-- ---------------------------------------------------------------------------------------------------------------

-- Runs one statement, in the words this server knows: all of the new ones are there since 8.0.26, the old ones went
-- with 8.4.
CREATE PROCEDURE mysql.az_emulation_run(IN old_words LONGTEXT, IN new_words LONGTEXT)
SQL SECURITY INVOKER
BEGIN
  DECLARE version_number INT DEFAULT
    SUBSTRING_INDEX(@@version, '.', 1) * 10000
    + SUBSTRING_INDEX(SUBSTRING_INDEX(@@version, '.', 2), '.', -1) * 100
    + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(@@version, '-', 1), '.', -1) AS UNSIGNED);
  SET @az_emulation_statement = IF(version_number >= 80026, new_words, old_words);
  PREPARE az_emulation FROM @az_emulation_statement;
  SET @az_emulation_statement = NULL;
  EXECUTE az_emulation;
  DEALLOCATE PREPARE az_emulation;
END//

-- Names the source. `start_at` says from where, in the form ', *_LOG_FILE=...', where * stands for MASTER or SOURCE.
-- The certificate comes as text (several PEM blocks are fine) and '' means: no TLS.
CREATE PROCEDURE mysql.az_emulation_change_source(
  IN source_host VARCHAR(255), IN source_user VARCHAR(255), IN source_password VARCHAR(255), IN source_port INT,
  IN start_at VARCHAR(1000), IN certificate LONGTEXT)
SQL SECURITY INVOKER
BEGIN
  DECLARE options LONGTEXT;
  DECLARE certificate_file VARCHAR(1000);

  IF COALESCE(certificate, '') = '' THEN
    SET options = ', *_SSL=0, *_SSL_CA=''''';
  ELSE
    IF @@secure_file_priv IS NULL THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT =
        'secure_file_priv is NULL, so the certificate cannot be written; start the server with a directory there';
    END IF;
    -- A new file each time, since the server never overwrites one.
    SET certificate_file = CONCAT(
      IF(@@secure_file_priv = '', @@datadir, @@secure_file_priv), 'source-ca-', UUID(), '.pem');
    SET @az_emulation_certificate = certificate;
    SET certificate = CONCAT(
      'SELECT @az_emulation_certificate INTO DUMPFILE ', QUOTE(certificate_file));
    CALL mysql.az_emulation_run(certificate, certificate);
    SET @az_emulation_certificate = NULL;
    SET options = CONCAT(', *_SSL=1, *_SSL_CA=', QUOTE(certificate_file));
  END IF;

  -- Only the options get their star replaced: the account and the password may contain one.
  SET options = CONCAT(start_at, options);
  CALL mysql.az_emulation_run(
    CONCAT('CHANGE MASTER TO MASTER_HOST=', QUOTE(source_host), ', MASTER_PORT=', source_port,
      ', MASTER_USER=', QUOTE(source_user), ', MASTER_PASSWORD=', QUOTE(source_password),
      REPLACE(options, '*', 'MASTER')),
    CONCAT('CHANGE REPLICATION SOURCE TO SOURCE_HOST=', QUOTE(source_host), ', SOURCE_PORT=', source_port,
      ', SOURCE_USER=', QUOTE(source_user), ', SOURCE_PASSWORD=', QUOTE(source_password),
      REPLACE(options, '*', 'SOURCE')));
END//

-- ---------------------------------------------------------------------------------------------------------------
-- The procedures of a flexible server, with the documented names and parameters.
-- ---------------------------------------------------------------------------------------------------------------

CREATE PROCEDURE mysql.az_replication_change_master(
  IN master_host VARCHAR(255), IN master_user VARCHAR(255), IN master_password VARCHAR(255), IN master_port INT,
  IN master_log_file VARCHAR(255), IN master_log_pos BIGINT UNSIGNED, IN master_ssl_ca LONGTEXT)
SQL SECURITY DEFINER
BEGIN
  -- On a server with GTIDs a link by position must turn the automatic position off; elsewhere it is off.
  CALL mysql.az_emulation_change_source(master_host, master_user, master_password, master_port,
    CONCAT(', *_LOG_FILE=', QUOTE(master_log_file), ', *_LOG_POS=', master_log_pos, ', *_AUTO_POSITION=0'),
    master_ssl_ca);
END//

CREATE PROCEDURE mysql.az_replication_change_master_with_gtid(
  IN master_host VARCHAR(255), IN master_user VARCHAR(255), IN master_password VARCHAR(255), IN master_port INT,
  IN master_ssl_ca LONGTEXT)
SQL SECURITY DEFINER
BEGIN
  CALL mysql.az_emulation_change_source(master_host, master_user, master_password, master_port,
    ', *_AUTO_POSITION=1', master_ssl_ca);
END//

CREATE PROCEDURE mysql.az_replication_start()
SQL SECURITY DEFINER
BEGIN
  CALL mysql.az_emulation_run('START SLAVE', 'START REPLICA');
END//

CREATE PROCEDURE mysql.az_replication_stop()
SQL SECURITY DEFINER
BEGIN
  CALL mysql.az_emulation_run('STOP SLAVE', 'STOP REPLICA');
END//

CREATE PROCEDURE mysql.az_replication_remove_master()
SQL SECURITY DEFINER
BEGIN
  CALL mysql.az_emulation_run('RESET SLAVE ALL', 'RESET REPLICA ALL');
END//

-- Skips one replication error. Whether replication goes on by itself is not documented; here it does.
CREATE PROCEDURE mysql.az_replication_skip_counter()
SQL SECURITY DEFINER
BEGIN
  CALL mysql.az_replication_stop();
  CALL mysql.az_emulation_run(
    'SET GLOBAL sql_slave_skip_counter = 1', 'SET GLOBAL sql_replica_skip_counter = 1');
  CALL mysql.az_replication_start();
END//

-- Ends a session of anybody; KILL itself ends those of one's own account only.
CREATE PROCEDURE mysql.az_kill(IN processlist_id BIGINT UNSIGNED)
SQL SECURITY DEFINER
BEGIN
  KILL processlist_id;
END//

DELIMITER ;

-- ---------------------------------------------------------------------------------------------------------------
-- The administrator: exactly the documented privileges, never SUPER.
-- ---------------------------------------------------------------------------------------------------------------

SET @statement = CONCAT('DROP USER IF EXISTS ', QUOTE(@admin_user), '@''%''');
PREPARE emulation FROM @statement;
EXECUTE emulation;

SET @statement = CONCAT('CREATE USER ', QUOTE(@admin_user), '@''%'' IDENTIFIED BY ', QUOTE(@admin_password));
PREPARE emulation FROM @statement;
EXECUTE emulation;

SET @statement = CONCAT(
  'GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, PROCESS, REFERENCES, INDEX, ALTER, SHOW DATABASES, ',
  'CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, REPLICATION SLAVE, REPLICATION CLIENT, CREATE VIEW, SHOW VIEW, ',
  'CREATE ROUTINE, ALTER ROUTINE, CREATE USER, EVENT, TRIGGER ON *.* TO ', QUOTE(@admin_user), '@''%'' ',
  'WITH GRANT OPTION');
PREPARE emulation FROM @statement;
EXECUTE emulation;

-- From 8.0 on also these, as far as this server has them: it tells by what root was given when it was initialised.
SET @dynamic = NULL;
SET @statement = IF(SUBSTRING_INDEX(@@version, '.', 1) >= 8,
  CONCAT('SELECT GROUP_CONCAT(DISTINCT PRIV) INTO @dynamic FROM mysql.global_grants WHERE PRIV IN ',
    '(''REPLICATION_APPLIER'', ''ROLE_ADMIN'', ''SESSION_VARIABLES_ADMIN'', ''XA_RECOVER_ADMIN'')'),
  'DO 0');
PREPARE emulation FROM @statement;
EXECUTE emulation;

SET @statement = IF(@dynamic IS NULL,
  'DO 0', CONCAT('GRANT ', @dynamic, ' ON *.* TO ', QUOTE(@admin_user), '@''%'' WITH GRANT OPTION'));
PREPARE emulation FROM @statement;
EXECUTE emulation;

DEALLOCATE PREPARE emulation;
SET @statement = NULL, @admin_password = NULL;
SET SESSION sql_log_bin = @binlog_before;
