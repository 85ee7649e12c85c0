/**
 * Makes commands, exit codes, progress and JSON documents from what the station does. Knows nothing of how it is done:
 * every command is a few lines. Start at {@link org.tallyroom.cli.CommandLineTool}.
 */
package org.tallyroom.cli;
